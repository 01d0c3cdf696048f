import { existsSync, realpathSync, renameSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { exchangeFolders } from './exchange-folders.ts';
import { isRunning, processMark } from './process-mark.ts';

/** A folder that no site can be put into; the message says why and what to do. */
export class OutputError extends Error {}

/** Every site has one of these, and so has every part of one. */
const SIGNS_OF_A_SITE = ['_astro', 'shard.json'];
/** Tries to put a site in place while another build does the same. */
const TRIES = 20;

/**
 * Refuses a place for a site whose old content would be lost: publishing replaces the whole folder. It must be empty,
 * not there yet, or hold what a build made, and it must hold neither the content nor the folder we are in.
 */
export async function checkOutput(out: string, content?: string): Promise<void> {
  const target = placeOf(out);
  for (const inner of [process.cwd(), ...(content === undefined ? [] : [placeOf(content)])]) {
    if (!isInside(inner, target)) continue;
    throw new OutputError(`the site cannot replace ${out}, which holds ${inner}; name a folder of its own`);
  }
  const found = await stat(target).catch(() => undefined);
  if (!found) return;
  if (!found.isDirectory()) throw new OutputError(`${out} is a file; name a folder for the site`);
  const names = await readdir(target);
  if (names.length === 0 || SIGNS_OF_A_SITE.some((sign) => names.includes(sign))) return;
  throw new OutputError(
    `${out} holds files that no build made, and they would be lost; name another folder or empty it`,
  );
}

/**
 * Where a site is made before it is published: beside the final folder, so that moving it is one rename.
 * What an interrupted run left there is put back or cleared away first.
 */
export async function openStaging(out: string): Promise<string> {
  const target = placeOf(out);
  await mkdir(dirname(target), { recursive: true });
  const names = { staging: `.${basename(target)}.staging-`, previous: `.${basename(target)}.previous-` };
  for (const name of await readdir(dirname(target))) {
    const path = join(dirname(target), name);
    const prefix = Object.values(names).find((one) => name.startsWith(one));
    if (prefix === undefined || isRunning(name.slice(prefix.length))) continue;
    if (prefix === names.previous && !existsSync(target)) await rename(path, target);
    else await rm(path, { recursive: true, force: true });
  }
  const staging = join(dirname(target), `${names.staging}${processMark()}`);
  await rm(staging, { recursive: true, force: true });
  return staging;
}

/** A folder of this process alone, in `folder`. What interrupted runs left there is cleared away. */
export async function openWorkshop(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const owner = /^build-([\d-]+)$/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(owner)) await discard(join(folder, name));
  }
  const workshop = join(folder, `build-${processMark()}`);
  await discard(workshop);
  await mkdir(workshop);
  return workshop;
}

/** One rename; between two disks, a copy. */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EXDEV') throw problem;
    await cp(from, to, { recursive: true });
    await discard(from);
  }
}

export interface PublishOptions {
  /** Makes two folders change places in one step, where the system can. */
  exchange?: typeof exchangeFolders;
  /** Gets the old site, which nobody sees any more. */
  retire?(site: string): Promise<void>;
}

/**
 * Puts a finished site in place of the old one: they change places in one step. Where the system cannot, the old one
 * is moved aside and the new one in, one straight after the other; who is killed between the two has it put back by
 * the next build. Another build that publishes at the same moment comes before or after, never between.
 */
export async function publish(
  staging: string,
  out: string,
  { exchange = exchangeFolders, retire = discard }: PublishOptions = {},
): Promise<void> {
  const target = placeOf(out);
  const previous = join(dirname(target), `.${basename(target)}.previous-${processMark()}`);
  for (let tries = 1; ; tries++) {
    if (existsSync(target) && exchange(staging, target)) {
      await retire(staging);
      return;
    }
    try {
      moveAside(target, previous);
      renameSync(staging, target);
      break;
    } catch (problem) {
      if (existsSync(previous) && !existsSync(target)) renameSync(previous, target);
      const { code = '' } = problem as NodeJS.ErrnoException;
      if (!['ENOTEMPTY', 'EEXIST'].includes(code) || tries === TRIES) throw problem;
      await discard(previous);
    }
  }
  if (existsSync(previous)) await retire(previous);
}

/** Another publication of this process may move a site to the same place while it is cleared: then it is cleared again. */
export async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: TRIES, retryDelay: 10 });
}

/** Where a name leads: a link to a folder stays, and what it leads to is replaced. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function moveAside(target: string, previous: string): void {
  try {
    renameSync(target, previous);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way));
}
