import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Where a site is made before it is published: beside the final folder, so that moving it is one rename.
 * What an interrupted run left there is put back or cleared away first.
 */
export async function openStaging(out: string): Promise<string> {
  const target = resolve(out);
  await mkdir(dirname(target), { recursive: true });
  const names = { staging: `.${basename(target)}.staging-`, previous: `.${basename(target)}.previous-` };
  for (const name of await readdir(dirname(target))) {
    const path = join(dirname(target), name);
    const owner = Number(/-(\d+)$/.exec(name)?.[1]);
    if (!(name.startsWith(names.staging) || name.startsWith(names.previous)) || isRunning(owner)) continue;
    if (name.startsWith(names.previous) && !existsSync(target)) await rename(path, target);
    else await rm(path, { recursive: true, force: true });
  }
  const staging = join(dirname(target), `${names.staging}${process.pid}`);
  await rm(staging, { recursive: true, force: true });
  return staging;
}

/** A folder of this process alone, in `folder`. What interrupted runs left there is cleared away. */
export async function openWorkshop(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const owner = /^build-(\d+)$/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await discard(join(folder, name));
  }
  const workshop = join(folder, `build-${process.pid}`);
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

/** Puts a finished site in place of the old one. The old one is kept until the new one stands. */
export async function publish(staging: string, out: string): Promise<void> {
  const target = resolve(out);
  const previous = join(dirname(target), `.${basename(target)}.previous-${process.pid}`);
  if (existsSync(target)) await rename(target, previous);
  try {
    await rename(staging, target);
  } catch (problem) {
    if (existsSync(previous)) await rename(previous, target);
    throw problem;
  }
  await rm(previous, { recursive: true, force: true });
}

export async function discard(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}
