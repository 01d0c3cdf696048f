import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const folderIn = (cache: string) => join(cache, 'aside');

/**
 * Moves what earlier runs left out of the way; `clearAside` removes it when everything has been measured. To remove it at once would be measured with
 * the next run: ext4 gives no inode out again for minutes after its file was deleted, and passes over each of those whenever a file is made
 * (`recently_deleted` in Linux’ fs/ext4/ialloc.c): a folder then takes 0.5 ms instead of 0.03. What is not there is passed over.
 */
export async function setAside(paths: readonly string[], cache: string): Promise<void> {
  const aside = folderIn(cache);
  await mkdir(aside, { recursive: true });
  let next = (await readdir(aside)).length;
  for (const path of paths) {
    try {
      await rename(path, join(aside, String(next)));
      next++;
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
    }
  }
}

export async function clearAside(cache: string): Promise<void> {
  await rm(folderIn(cache), { recursive: true, force: true });
}
