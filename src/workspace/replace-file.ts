import { chmod, link, mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning, processMark } from './process-mark.ts';

/** `.rag.md.17-4711-1.draft`: hidden, so that nobody reads it as content, and known by its process. */
const DRAFT = /\.([\d-]+)-\d+\.draft$/;
let drafts = 0;

/**
 * Writes beside the file and renames: a reader, or another writer, never meets half of it, and who is killed leaves
 * the file as before or as after. A link to a file stays a link, and what may be done with the file stays too.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = (await stat(target).catch(() => undefined))?.mode;
  await throughDraft(target, content, async (draft) => {
    if (mode !== undefined) await chmod(draft, mode & 0o777);
    await rename(draft, target);
  });
}

/** Makes a file that is not there yet, whole or not at all. Throws `EEXIST` when there is one. */
export async function createFile(path: string, content: string | Uint8Array): Promise<void> {
  await throughDraft(path, content, async (draft) => {
    try {
      await link(draft, path);
    } catch (problem) {
      const { code = '' } = problem as NodeJS.ErrnoException;
      // Disks that know no second name for a file.
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(code)) throw problem;
      await writeFile(path, content, { flag: 'wx' });
    }
    await rm(draft, { force: true });
  });
}

async function throughDraft(
  target: string,
  content: string | Uint8Array,
  put: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = await draftBeside(target);
  try {
    await writeFile(draft, content);
    await put(draft);
  } catch (problem) {
    await rm(draft, { force: true });
    throw problem;
  }
}

/** A path beside a file to write it at first. The folder is made, and cleared of what killed processes left. */
export async function draftBeside(target: string): Promise<string> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  await clearDrafts(folder);
  return join(folder, `.${basename(target)}.${processMark()}-${++drafts}.draft`);
}

const cleared = new Map<string, Promise<void>>();

/** Once a folder and process: takes away what killed processes left. */
function clearDrafts(folder: string): Promise<void> {
  const known = cleared.get(folder);
  if (known) return known;
  const work = readdir(folder).then(async (names) => {
    for (const name of names) {
      const owner = DRAFT.exec(name)?.[1];
      if (owner !== undefined && !isRunning(owner)) await rm(join(folder, name), { force: true });
    }
  });
  cleared.set(folder, work);
  return work;
}
