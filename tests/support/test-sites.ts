import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateContent } from '../../scripts/generate-content.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { readFiles, writeFiles } from './files.ts';
import { heatSite } from './heat-site.ts';
import { hostileContent } from './hostile-content.ts';
import { ROOT, runCommand } from './run-command.ts';
import { sixtyCitations } from './sixty-citations.ts';
import { twoTranscripts } from './two-transcripts.ts';

export interface TestSite {
  name: SiteName;
  /** Folder of the finished site. */
  folder: string;
  /** Folder of the content it was built from. */
  content: string;
  base: string;
  /** Address it was built for. */
  site?: string;
  /** What the build wrote to the terminal. */
  output: string;
}

interface Recipe {
  files(): Promise<Files> | Files;
  base?: string;
  site?: string;
}

const fixture = (name: string) => readFiles(join(ROOT, 'tests/fixtures', name));

/** Of no host that content links to. */
const ADDRESS = 'https://archive.test';

/** Every site the tests look at. */
export const RECIPES = {
  bundled: { files: () => readFiles(join(ROOT, 'content')), site: ADDRESS },
  generated: { files: () => generateContent({ pages: 300 }), base: '/docs/', site: ADDRESS },
  'every-kind': { files: () => fixture('every-kind') },
  'every-kind-docs': { files: () => fixture('every-kind'), base: '/docs/', site: ADDRESS },
  hostile: { files: hostileContent, site: ADDRESS },
  'sixty-citations': { files: sixtyCitations, site: ADDRESS },
  heat: { files: heatSite, site: ADDRESS },
  'one-claim': { files: () => SOUND, base: '/docs/' },
  transcripts: { files: twoTranscripts },
  'pages-only': {
    files: () => ({ 'concepts/sourdough.md': '---\ntitle: Sourdough\n---\nFlour and patience.\n' }),
    site: ADDRESS,
  },
  empty: { files: () => ({}), site: ADDRESS },
} satisfies Record<string, Recipe>;
export type SiteName = keyof typeof RECIPES;
export const SITE_NAMES = Object.keys(RECIPES) as SiteName[];

const CACHE = join(ROOT, '.onrecord/test-sites');

const known = new Map<SiteName, Promise<TestSite>>();

/** A site, built when its content or our code has changed since it was built last. Test files share it. */
export function testSite(name: SiteName): Promise<TestSite> {
  const site = known.get(name) ?? builtSite(name);
  known.set(name, site);
  return site;
}

async function builtSite(name: SiteName): Promise<TestSite> {
  const recipe: Recipe = RECIPES[name];
  const { base = '/', site } = recipe;
  const files = await recipe.files();
  const home = join(CACHE, name);
  const content = join(home, 'content');
  const folder = join(home, 'site');
  const digest = digestOf({ files, base, site, code: await codeFiles() });
  return locked(name, async () => {
    const record = join(home, 'built.json');
    const built = await readRecord(record);
    if (built?.digest === digest) return { name, folder, content, base, site, output: built.output };
    await rm(home, { recursive: true, force: true });
    await writeFiles(files, content);
    const words = ['build', '--content', content, '--out', folder, '--base', base, ...(site ? ['--site', site] : [])];
    const { code, stdout, stderr } = await runCommand(words);
    if (code !== 0) throw new Error(`the site ${name} does not build:\n${stderr}`);
    const output = stderr + stdout;
    await writeFile(record, JSON.stringify({ digest, output }));
    return { name, folder, content, base, site, output };
  });
}

async function readRecord(path: string): Promise<{ digest: string; output: string } | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as { digest: string; output: string };
  } catch {
    return undefined;
  }
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

let code: Promise<unknown> | undefined;

/** What a build's bytes depend on besides the content. */
function codeFiles(): Promise<unknown> {
  code ??= Promise.all([
    readFiles(join(ROOT, 'src')),
    readFiles(join(ROOT, 'public')),
    ...['astro.config.mjs', 'package-lock.json'].map((path) => readFile(join(ROOT, path), 'utf8')),
  ]);
  return code;
}

/** A lock older than this belongs to a test run that was killed. */
const STALE_MS = 120_000;
const LOOK_AGAIN_MS = 50;

/** One after the other, across processes: whoever makes the folder works, the rest wait for it to go. */
async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  await mkdir(CACHE, { recursive: true });
  const lock = join(CACHE, `${name}.lock`);
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
      const age = Date.now() - ((await stat(lock).catch(() => undefined))?.mtimeMs ?? Date.now());
      if (age > STALE_MS) await rm(lock, { recursive: true, force: true });
      else await pause(LOOK_AGAIN_MS);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}
