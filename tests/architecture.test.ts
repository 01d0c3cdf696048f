import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { expect, it } from 'vitest';
import { wrongArrow } from './support/arrows.ts';
import { importsOf } from './support/imports.ts';

const SRC = new URL('../src/', import.meta.url);
/** What only a browser has; `URL` and `performance` are not on the list. */
const DOM = /\b(?:document\.(?:create|query|get|body)|window\.|localStorage|HTMLElement|customElements|navigator\.)/;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.(?:ts|mts|astro)$/.test(file))
  .sort();
const read = (file: string) => readFileSync(new URL(file, SRC), 'utf8');

it('arrows go one way', () => {
  const imports = files.flatMap((file) => importsOf(file, read(file)));
  expect(imports.length).toBeGreaterThan(files.length);
  const wrong = imports.flatMap((one) => {
    const reason = wrongArrow(one);
    return reason ? [`src/${one.file}:${one.line} imports ${one.target}: ${reason}`] : [];
  });
  expect(wrong).toEqual([]);
});

it('views remember nothing from page to page but by `once.ts`, which notes what it was made from', () => {
  const views = files.filter((file) => file.startsWith('wiki/views/') && file !== 'wiki/views/once.ts');
  expect(views.length).toBeGreaterThan(50);
  expect(views.filter((file) => read(file).includes('WeakMap'))).toEqual([]);
});

it('the model has no clock, no dice and no DOM', () => {
  const model = files.filter((file) => file.startsWith('wiki/'));
  const said = model.filter(
    (file) => DOM.test(read(file)) || /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(read(file)),
  );
  expect(said).toEqual([]);
});

it.each<[string, string, string[]]>([
  [
    'wiki/text/slug.ts',
    `import type { Kind } from '../kinds/index.ts';\nimport { readFile } from 'node:fs';\nimport leven from 'leven';\n// import x from '../graph/x.ts'\n`,
    ['1 wiki/kinds/index.ts wiki/kinds comes after wiki/text', '2 node:fs the model is pure: it runs without Node'],
  ],
  [
    'wiki/rules/x.ts',
    `import {\n  a,\n  type B,\n} from '../views/b.ts';\nexport * from '../wiki.ts';\nexport { c } from '../graph/c.ts';\nconst d = await import('astro');\nimport '../../workspace/e.ts';\n`,
    [
      '4 wiki/views/b.ts wiki/views comes after wiki/rules',
      '5 wiki/wiki.ts the recipe (wiki.ts, settings.ts) is made of',
      '7 astro the model is pure: it runs without Astro',
      '8 workspace/e.ts the model knows nothing of what is built on it',
    ],
  ],
  [
    'wiki/wiki.ts',
    `import { a } from './rules/a.ts';\nimport { b } from '../cli/b.ts';\nimport './views/c.ts';`,
    ['2 cli/b.ts the model knows nothing of', '3 wiki/views/c.ts wiki/views comes after wiki'],
  ],
  [
    'workspace/x.ts',
    `import { a } from '../wiki/wiki.ts';\nimport b from '../cli/b.ts';\nimport c from '../pages/c.astro';`,
    ['2 cli/b.ts cli comes after workspace', '3 pages/c.astro workspace does not know the pages'],
  ],
  [
    'components/x.astro',
    `---\nimport L from '../layouts/l.astro';\nimport { v } from '../wiki/views/v.ts';\n---\n<p>import x from '../pages/p.astro'</p>\n<script>\n  import { s } from '../browser/s.ts';\n  import '../pages/q.ts';\n</script>\n`,
    ['2 layouts/l.astro components are parts of layouts', '8 pages/q.ts components are parts of pages'],
  ],
  [
    'browser/x.ts',
    `import { a } from '../wiki/views/contracts.ts';\nimport { b } from '../wiki/text/order.ts';\nimport type { c } from '../wiki/graph/c.ts';\nimport { d } from './d.ts';\nimport { e } from '../wiki/views/page.ts';`,
    ['3 wiki/graph/c.ts the browser gets encoded contracts', '5 wiki/views/page.ts the browser gets encoded contracts'],
  ],
])('the walk sees what is wrong in %s', (file, source, expected) => {
  const found = importsOf(file, source).flatMap((one) => {
    const reason = wrongArrow(one);
    return reason ? [`${one.line} ${one.target} ${reason}`] : [];
  });
  expect(found.length).toBe(expected.length);
  found.forEach((line, index) => {
    expect(line.startsWith(expected[index] as string), line).toBe(true);
  });
});
