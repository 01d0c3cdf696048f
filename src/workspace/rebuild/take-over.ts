import { linkSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FileStamp, fileStamp, isSameStamp } from './file-stamp.ts';

export interface TakeOver {
  /** Folder that becomes the new site; not there yet. */
  staging: string;
  /** The published site. */
  published: string;
  /** The site before it, if it was left for us: most of its files are those of the published one, under a second name. */
  spare: string;
  files: readonly string[];
  stamps: readonly FileStamp[];
}

/**
 * Fills a folder with the files of the published site that are as a build left them: under a second name, because writing them again is what
 * costs. Answers the places of those that are not; nothing else is in the folder. A file is looked at after it was linked, so that another build
 * that publishes meanwhile cannot slip one in.
 */
export function takeOver({ staging, published, spare, files, stamps }: TakeOver): Uint32Array {
  try {
    renameSync(spare, staging);
  } catch {
    mkdirSync(staging, { recursive: true });
  }
  const folders = new Set<string>(['']);
  for (const file of files) {
    for (let folder = folderOf(file); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  const present = clear(staging, folders, new Set(files));
  const lost: number[] = [];
  for (const [index, file] of files.entries()) {
    const path = join(staging, file);
    const stamp = stamps[index] as FileStamp;
    if (present.files.has(file)) {
      if (isSameStamp(fileStamp(path), stamp)) continue;
      rmSync(path, { force: true });
    }
    const folder = folderOf(file);
    if (!present.folders.has(folder)) {
      mkdirSync(dirname(path), { recursive: true });
      present.folders.add(folder);
    }
    try {
      linkSync(join(published, file), path);
    } catch {
      lost.push(index);
      continue;
    }
    if (isSameStamp(fileStamp(path), stamp)) continue;
    rmSync(path, { force: true });
    lost.push(index);
  }
  return Uint32Array.from(lost);
}

/** `concepts/rag/index.html` → `concepts/rag`; `` for what lies in no folder. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Removes all but the named folders and files; answers which of them are there. */
function clear(root: string, folders: ReadonlySet<string>, files: ReadonlySet<string>) {
  const present = { files: new Set<string>(), folders: new Set<string>() };
  const visit = (folder: string) => {
    present.folders.add(folder);
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && folders.has(path)) visit(path);
      else if (entry.isFile() && files.has(path)) present.files.add(path);
      else rmSync(join(root, path), { recursive: true, force: true });
    }
  };
  visit('');
  return present;
}

/** Removes a file, and the folders that it leaves empty. */
export function removeWithFolders(root: string, file: string): void {
  rmSync(join(root, file), { force: true });
  try {
    for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) rmdirSync(join(root, folder));
  } catch {
    // Something else is in it.
  }
}
