import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MARKS, packages, rowOf } from '../../scripts/list-dependencies.ts';
import { ROOT } from '../support/run-command.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { dependencies, devDependencies, overrides, allowScripts } = JSON.parse(read('package.json'));
interface Locked {
  version: string;
  license?: string;
  integrity?: string;
  hasInstallScript?: boolean;
}
const locked = Object.entries(JSON.parse(read('package-lock.json')).packages as Record<string, Locked>).filter(
  ([path]) => path !== '',
);

/** Licences under which a package may be used beside MIT code. Nothing of those marked is part of a built site. */
const COMPATIBLE = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Zlib'],
  ...['Python-2.0', 'PSF-2.0', 'Unlicense', 'OFL-1.1'],
  // Tools that are called, unchanged: lightningcss, axe-core; and the picture library that Astro may bring.
  ...['MPL-2.0', 'LGPL-3.0-or-later'],
]);

describe('packages', () => {
  it('are pinned to one version each', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...overrides })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
    }
    for (const [path, { integrity }] of locked) expect([path, integrity]).toEqual([path, expect.any(String)]);
  });

  it('have licences that go with MIT, whoever brings them', () => {
    const strange = locked.filter(
      ([, { license = 'none' }]) =>
        !license
          .replace(/[()]/g, '')
          .split(/ (?:AND|OR) /)
          .every((one) => COMPATIBLE.has(one)),
    );
    expect(strange.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('run code of theirs when they are installed only where package.json says so, yes or no', () => {
    const names = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect([...new Set(names)].sort()).toEqual(Object.keys(allowScripts).sort());
    expect(read('scripts/install.mjs')).toContain('--ignore-scripts');
  });

  it('stand in the README with what they are for and their licence, and nothing else does', () => {
    const readme = read('README.md');
    const [, rest = ''] = readme.split(MARKS[0]);
    const rows = (rest.split(MARKS[1])[0] as string)
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => line.slice(2, -2).split(' | '));
    expect(rows.map((cells) => cells.slice(0, 3))).toEqual(packages().map(rowOf));
    for (const cells of rows)
      expect(cells.slice(3)).toEqual([expect.stringMatching(/^[\d.]+ MB$/), expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });
});
