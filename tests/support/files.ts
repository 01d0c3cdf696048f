import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { ROOT } from './run-command.ts';

/** Every file below a folder, as paths with `/`, in order. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Path → hash of the bytes. */
export async function hashFiles(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const path of await listFiles(folder)) {
    hashes[path] = createHash('sha256')
      .update(await readFile(join(folder, path)))
      .digest('hex');
  }
  return hashes;
}

export async function readFiles(folder: string): Promise<Files> {
  const paths = await listFiles(folder);
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  return Object.fromEntries(paths.map((path, index) => [path, texts[index] as string]));
}

/** Writes in the order of the keys. */
export async function writeFiles(files: Files, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** An empty folder that goes away with the test; `parent` is inside the project unless said. */
export async function temporaryFolder(parent = join(ROOT, '.onrecord/test-folders')): Promise<string> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
