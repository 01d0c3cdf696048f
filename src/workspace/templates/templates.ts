import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { compareText } from '../../wiki/text/order.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { moveFolder } from '../publish.ts';

/**
 * The pages' code, compiled: modules that render (`server`) and what readers' browsers load (`site`). It depends on
 * our code, the base and the address, not on the content, so that it is compiled beside the checking, in a process of
 * its own, and kept for the next build.
 */
export interface Templates {
  /** Folder of the modules that render. */
  server: string;
  /** Folder of styles, scripts, fonts and everything from `public`. */
  site: string;
  /** Stands for the code: the same key, the same pages from the same content. */
  key: string;
}

export interface TemplatesJob {
  ready: Promise<Templates>;
  /** Ends the process, for a build that fails. Resolves when it writes no more. */
  abandon(): Promise<void>;
}

export interface TemplatesOptions {
  base: string;
  site?: string;
}

/** What the code of pages is made from. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** Kept for later builds; each is about 2 MB. */
const KEPT = 8;
const MANIFEST = 'files.json';

/**
 * Compiled templates from the cache, when they are there and whole; else begins to compile them, in `workshop`. What is
 * kept is used where it lies, so that Node knows the modules again that it has compiled.
 */
export async function openTemplates(options: TemplatesOptions, workshop: string): Promise<TemplatesJob> {
  const key = await keyOf(options);
  const cached = join(PROJECT_ROOT, '.onrecord', 'templates', key);
  const templatesIn = (folder: string) => ({ server: join(folder, 'server'), site: join(folder, 'site'), key });
  if (await isWhole(cached)) {
    return { ready: Promise.resolve(templatesIn(cached)), abandon: async () => undefined };
  }
  const folder = join(workshop, 'templates');
  const { finished, abandon } = compile(options, folder);
  const ready = finished.then(async () => templatesIn((await keep(folder, cached)) ? cached : folder));
  // A build that fails before it waits has its own problem to tell.
  ready.catch(() => undefined);
  return { ready, abandon };
}

function compile(options: TemplatesOptions, folder: string): { finished: Promise<void>; abandon(): Promise<void> } {
  const words = [join(import.meta.dirname, 'compile-templates.ts'), folder, options.base, options.site ?? ''];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'exit');
  const finished = ended.then(([code, signal]) => {
    if (code !== 0) throw new Error(`the pages’ code does not compile (${signal ?? `exit ${code}`})\n${said}`);
  });
  return {
    finished,
    async abandon() {
      child.kill();
      await ended;
    },
  };
}

async function keyOf(options: TemplatesOptions): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([options.base, options.site ?? null, process.version, PROJECT_ROOT]));
  for (const path of await filesBelow(PROJECT_ROOT, SOURCES)) {
    hash
      .update(`${path}\0`)
      .update(await readFile(join(PROJECT_ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

/** Paths of files, in order; with `/` between folders. */
async function filesBelow(root: string, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const entry = await stat(join(root, name)).catch(() => undefined);
    if (entry?.isFile()) found.push(name);
    if (!entry?.isDirectory()) continue;
    for (const path of await readdir(join(root, name), { recursive: true, withFileTypes: true })) {
      if (path.isFile()) found.push(join(path.parentPath, path.name).slice(root.length + 1));
    }
  }
  return found.map((path) => path.split(sep).join('/')).sort(compareText);
}

async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** False, and the cache is gone, when a file of it is missing or is not what was kept. What is used counts as new. */
async function isWhole(cached: string): Promise<boolean> {
  try {
    const files = JSON.parse(await readFile(join(cached, MANIFEST), 'utf8')) as Record<string, string>;
    const digests = await Promise.all(Object.keys(files).map((path) => digestOf(join(cached, path))));
    const changed = Object.keys(files).find((path, index) => files[path] !== digests[index]);
    if (changed !== undefined || digests.length === 0) throw new Error(`${changed} has changed`);
    const now = new Date();
    await utimes(cached, now, now).catch(() => undefined);
    return true;
  } catch {
    await rm(cached, { recursive: true, force: true });
    return false;
  }
}

/**
 * Keeps a copy for the next build. That it cannot be kept (a full disk, another build was first) harms nobody: answers
 * whether it was.
 */
async function keep(folder: string, cached: string): Promise<boolean> {
  const copy = `${folder}-kept`;
  try {
    const files: Record<string, string> = {};
    for (const path of await filesBelow(folder, ['server', 'site'])) {
      await mkdir(dirname(join(copy, path)), { recursive: true });
      await link(join(folder, path), join(copy, path));
      files[path] = await digestOf(join(copy, path));
    }
    await writeFile(join(copy, MANIFEST), JSON.stringify(files));
    await mkdir(dirname(cached), { recursive: true });
    await moveFolder(copy, cached);
    await prune(dirname(cached));
    return true;
  } catch {
    await rm(copy, { recursive: true, force: true });
    return false;
  }
}

async function prune(folder: string): Promise<void> {
  const kept = await Promise.all(
    (await readdir(folder)).map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  kept.sort((left, right) => right.time - left.time || compareText(left.name, right.name));
  for (const { name } of kept.slice(KEPT)) {
    // Out of the way in one step: whoever reads it finds it whole or not at all.
    await rename(join(folder, name), join(folder, `${name}.old`));
    await rm(join(folder, `${name}.old`), { recursive: true, force: true });
  }
}
