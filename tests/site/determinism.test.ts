import { execFile, spawnSync } from 'node:child_process';
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { copyProject } from '../../scripts/faults/copy-project.ts';
import { copyWithoutCode } from '../support/copy-without-code.ts';
import { hashFiles, listFiles, readFiles, temporaryFolder, writeFiles } from '../support/files.ts';
import { ROOT, runCommand } from '../support/run-command.ts';
import { type SiteName, testSite } from '../support/test-sites.ts';

const CASES: SiteName[] = ['generated', 'every-kind-docs'];

describe.each(CASES)('%s', (name) => {
  it('gives the same bytes again: files written in another order, at other times, from another folder', async () => {
    const first = await testSite(name);
    const folder = await temporaryFolder();
    const files = Object.entries(await readFiles(first.content)).reverse();
    const content = join(folder, 'elsewhere/texts');
    await writeFiles(Object.fromEntries(files), content);
    for (const [index, [path]] of files.entries()) {
      const time = new Date(Date.UTC(2001, 0, 1 + index));
      await utimes(join(content, path), time, time);
    }
    const cwd = join(folder, 'elsewhere');
    const words = ['build', '--content', 'texts', '--out', '../out', '--base', first.base, '--site', first.site ?? ''];
    const { code, stderr } = await runCommand(words, cwd);
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    expect(await hashFiles(join(folder, 'out'))).toEqual(await hashFiles(first.folder));
    // Nothing of the work is left lying about.
    expect((await listFiles(folder)).filter((path) => !/^(out|elsewhere\/texts)\//.test(path))).toEqual([]);
  });
});

it.each([
  ['generated', '1'],
  ['generated', '3'],
  ['every-kind-docs', '2'],
] as const)('%s: %s threads give the bytes that any number gives', async (name, threads) => {
  const first = await testSite(name);
  const out = join(await temporaryFolder(), 'out');
  const words = ['build', '--content', first.content, '--out', out, '--base', first.base, '--threads', threads];
  const { code, stderr } = await runCommand([...words, ...(first.site ? ['--site', first.site] : [])]);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  expect(await hashFiles(out)).toEqual(await hashFiles(first.folder));
});

describe('the same commit elsewhere', () => {
  const hasTaskset = spawnSync('taskset', ['--version']).status === 0;

  it('gives the same bytes: another path, day, time zone and locale, no cache, one core', async () => {
    const first = await testSite('every-kind-docs');
    const folder = await temporaryFolder(tmpdir());
    const command = await copyProject(join(folder, 'a path with spaces/ünd “quotes”'));
    const cores = hasTaskset ? ['taskset', '-c', '0'] : [];
    const [program, ...words] = [
      ...[...cores, process.execPath, command, 'build'],
      ...['--content', first.content, '--out', join(folder, 'out'), '--base', first.base, '--site', first.site ?? ''],
      '--frozen',
    ] as string[] as [string, ...string[]];
    const env = {
      ...{ PATH: process.env.PATH, HOME: folder, ASTRO_TELEMETRY_DISABLED: '1' },
      TZ: 'Pacific/Kiritimati',
      NODE_ENV: 'development',
      ...{ LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
      NODE_OPTIONS: `--import=${join(ROOT, 'tests/support/another-day.mjs')}`,
    };
    // It is another day there, in another language.
    const now = 'console.log(new Date().getFullYear(), (1.5).toLocaleString(), new Date().getTimezoneOffset())';
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', now], { env });
    expect(stdout).not.toBe((await promisify(execFile)(process.execPath, ['-e', now])).stdout);
    expect(stdout).toMatch(/ 1,5 -840$/m);
    await promisify(execFile)(program, words, { env });
    expect(await hashFiles(join(folder, 'out'))).toEqual(await hashFiles(first.folder));
  });
});

it('two builds at the same time do not disturb each other', async () => {
  const folder = await temporaryFolder();
  const names: SiteName[] = ['sixty-citations', 'empty'];
  const sites = await Promise.all(names.map((name) => testSite(name)));
  const built = await Promise.all(
    sites.map(({ name, content, base, site }) =>
      runCommand([
        ...['build', '--content', content, '--out', join(folder, name), '--base', base],
        ...(site ? ['--site', site] : []),
      ]),
    ),
  );
  expect(built.map(({ code }) => code)).toEqual([0, 0]);
  for (const site of sites) expect(await hashFiles(join(folder, site.name))).toEqual(await hashFiles(site.folder));
});

describe('publishing', () => {
  it('leaves the last site byte for byte when the content has errors, and replaces it whole when mended', async () => {
    const folder = await temporaryFolder();
    const content = join(folder, 'content');
    const out = join(folder, 'out');
    const build = () => runCommand(['build', '--content', content, '--out', out]);
    await copyWithoutCode(join(ROOT, 'tests/fixtures/every-kind'), content);
    expect((await build()).code).toBe(0);
    const before = await hashFiles(out);

    await writeFile(join(content, 'articles/how-to-begin.md'), '---\ntitle: Now\n---\nTo [[nowhere-at-all]].\n');
    const failed = await build();
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('no page is called `nowhere-at-all`');
    expect(failed.stderr).toContain('Nothing was built');
    expect(failed.stdout).toBe('');
    expect(await hashFiles(out)).toEqual(before);

    await rename(join(content, 'articles/how-to-begin.md'), join(content, 'articles/how-to-go-on.md'));
    await writeFile(join(content, 'articles/how-to-go-on.md'), '---\ntitle: Now\n---\nTo [[search]].\n');
    expect((await build()).code).toBe(0);
    const after = await hashFiles(out);
    expect(Object.keys(after)).toContain('articles/how-to-go-on/index.html');
    expect(Object.keys(after)).not.toContain('articles/how-to-begin/index.html');
    expect((await listFiles(folder)).filter((path) => !/^(out|content)\//.test(path))).toEqual([]);
  });

  it('does not touch the project’s own content or site', async () => {
    const folder = await temporaryFolder();
    const before = await hashFiles(join(ROOT, 'content'));
    await mkdir(join(folder, 'content'));
    const words = ['build', '--content', join(folder, 'content'), '--out', join(folder, 'out')];
    expect((await runCommand(words)).code).toBe(0);
    expect(await hashFiles(join(ROOT, 'content'))).toEqual(before);
  });
});
