// `npm run dependencies`: writes the table of packages in README.md. Needs the network, for the newest releases.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
export const MARKS = ['<!-- dependencies -->\n', '<!-- /dependencies -->\n'] as const;

/** What each is for, and why it is a package and not our own code. */
const REASONS: Record<string, string> = {
  '@astrojs/check': 'types of `.astro` files, in `npm run check`',
  '@astrojs/markdown-satteri': 'Astro’s own renderer of Markdown, for `.mdx`',
  '@astrojs/mdx': '`.mdx` pages',
  '@biomejs/biome': 'format and lint in one tool',
  '@clack/prompts': 'questions in the terminal (`review`), bars (`import`)',
  '@fontsource-variable/instrument-sans': 'the sans: source that the shipped fonts are cut from',
  '@fontsource-variable/newsreader': 'the serif: source that the shipped fonts are cut from',
  '@types/d3-contour': 'types',
  '@types/d3-force': 'types',
  '@types/node': 'types',
  astro: 'the engine: templates, styles and scripts of pages',
  'axe-core': 'tests: accessibility rules',
  cborg: 'what Pagefind makes of words, read from its files',
  'd3-contour': 'the map: marching squares around groups',
  'd3-force': 'bench: the usual graph of a garden, to compare with',
  'fast-check': 'tests: properties and fuzzing',
  feedsmith: 'podcast feeds in all their namespaces',
  'github-slugger': 'anchors of headings as readers know them',
  graphology: 'the graph, and its measures',
  'graphology-gexf': 'tests: reads exported graphs back',
  'graphology-layout-forceatlas2': 'tests and benches: a layout to compare ours with',
  'html-validate': 'tests: every page is valid HTML',
  'js-yaml': 'ordinary YAML, fast',
  leven: '“did you mean”',
  lighthouse: 'tests and bench: how pages load on a phone, and what they lack',
  minisearch: 'bench: a search to compare with',
  node: 'the Node that everything runs on, pinned',
  pagefind: 'full-text search without a server',
  'playwright-core': 'tests: a real browser',
  rolldown: 'puts the program into few files when it is installed',
  satteri: 'the only Markdown parser, with exact positions',
  shiki: 'colours of code',
  sigma: 'the map in WebGL',
  sirv: 'serves the finished site on this machine',
  stemmer: 'word stems, for paraphrases and what is related',
  'subset-font': 'cuts the shipped fonts',
  typescript: 'types, in `npm run check`',
  vitest: 'tests',
  yaml: 'YAML with the place of every value',
  zod: 'schemas of kinds, their messages and JSON Schemas',
};

interface Package {
  name: string;
  version: string;
  /** Whether a site can be built without it. */
  isDev: boolean;
  licence: string;
  bytes: number;
}

export function packages(): Package[] {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return [dependencies, devDependencies].flatMap((group: Record<string, string>, index) =>
    Object.entries(group).map(([name, version]) => {
      const folder = join(ROOT, 'node_modules', name);
      const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license: string };
      return { name, version, isDev: index === 1, licence: license, bytes: sizeOf(folder) };
    }),
  );
}

/** What stands in the table of a package, but for its size and its last release. */
export function rowOf({ name, version, isDev, licence }: Package): string[] {
  const reason = REASONS[name];
  if (reason === undefined) throw new Error(`say in scripts/list-dependencies.ts what ${name} is for`);
  return [`\`${name}\` ${version}${isDev ? ' (dev)' : ''}`, reason, licence];
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.slice(folder.length).includes('node_modules'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** The version, not its date: registries in between tell when they first saw a version, not when it was made. */
function lastRelease(name: string): string {
  return execFileSync('npm', ['view', name, 'version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

function table(): string {
  const rows = packages().map((one) => [
    ...rowOf(one),
    `${(one.bytes / 1e6).toFixed(one.bytes < 1e6 ? 2 : 1)} MB`,
    lastRelease(one.name),
  ]);
  const head = ['package', 'what for', 'licence', 'unpacked', 'last release'];
  return `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const path = join(ROOT, 'README.md');
  const text = readFileSync(path, 'utf8');
  const [start, end] = MARKS.map((mark) => text.indexOf(mark)) as [number, number];
  writeFileSync(path, `${text.slice(0, start + MARKS[0].length)}\n${table()}\n${text.slice(end)}`);
}
