import { cp, mkdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');
const PARTS = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A copy of the program with caches of its own, which may be damaged. Answers with its command line. */
export async function copyProject(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const part of PARTS) await cp(join(PROJECT, part), join(folder, part), { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return commandOf(folder);
}

/** The command line of a copy. */
export function commandOf(folder: string): string {
  return join(folder, 'src/cli/run.mjs');
}
