import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeDigest, filesBelow } from '../code-digest.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { pruneKept } from '../prune-kept.ts';
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
  /** Stands for the code, as in `Templates`. */
  key: string;
  /** They were not there, or not whole. */
  isCompiling: boolean;
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
const MANIFEST = 'files.json';

/**
 * Compiled templates from the cache, when they are there and whole; else begins to compile them, in `workshop`. What is
 * kept is used where it lies, so that Node knows the modules again that it has compiled.
 */
export async function openTemplates(options: TemplatesOptions, workshop: string): Promise<TemplatesJob> {
  const key = keyOf(options);
  const cached = join(PROJECT_ROOT, '.onrecord', 'templates', key);
  const templatesIn = (folder: string) => ({ server: join(folder, 'server'), site: join(folder, 'site'), key });
  if (await isWhole(cached)) {
    return { key, isCompiling: false, ready: Promise.resolve(templatesIn(cached)), abandon: async () => undefined };
  }
  const folder = join(workshop, 'templates');
  const { finished, abandon } = compile(options, folder);
  const ready = finished.then(async () => templatesIn((await keep(folder, cached)) ? cached : folder));
  // A build that fails before it waits has its own problem to tell.
  ready.catch(() => undefined);
  return { key, isCompiling: true, ready, abandon };
}

function compile(options: TemplatesOptions, folder: string): { finished: Promise<void>; abandon(): Promise<void> } {
  const words = [
    join(PROJECT_ROOT, 'src/workspace/templates/compile-templates.ts'),
    folder,
    options.base,
    options.site ?? '',
  ];
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

function keyOf(options: TemplatesOptions): string {
  return codeDigest(SOURCES, options.base, options.site ?? null, PROJECT_ROOT).slice(0, 32);
}

function digestOf(path: string): string {
  return hash('sha256', readFileSync(path));
}

/** False, and the cache is gone, when a file of it is missing or is not what was kept. What is used counts as new. */
async function isWhole(cached: string): Promise<boolean> {
  try {
    const files = JSON.parse(await readFile(join(cached, MANIFEST), 'utf8')) as Record<string, string>;
    const paths = Object.keys(files);
    const changed = paths.find((path) => files[path] !== digestOf(join(cached, path)));
    if (changed !== undefined || paths.length === 0) throw new Error(`${changed} has changed`);
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
    for (const path of filesBelow(folder, ['server', 'site'])) {
      await mkdir(dirname(join(copy, path)), { recursive: true });
      await link(join(folder, path), join(copy, path));
      files[path] = digestOf(join(copy, path));
    }
    await writeFile(join(copy, MANIFEST), JSON.stringify(files));
    await mkdir(dirname(cached), { recursive: true });
    await moveFolder(copy, cached);
    await pruneKept(dirname(cached));
    return true;
  } catch {
    await rm(copy, { recursive: true, force: true });
    return false;
  }
}
