import { constants, copyFileSync, lstatSync, mkdirSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type FileStamp, fileStamp } from './rebuild/file-stamp.ts';

const { COPYFILE_EXCL, COPYFILE_FICLONE } = constants;

/** A folder that a site is written into. Makes each folder once. */
export class PageOutput {
  readonly folder: string;
  /** Files written or taken in, and their length. */
  files = 0;
  bytes = 0;
  readonly #folders = new Set<string>();
  readonly #replaces: boolean;

  /** With `replaces`, files may be there already, and be those of another site by a second name. */
  constructor(folder: string, { replaces = false } = {}) {
    this.folder = folder;
    this.#replaces = replaces;
  }

  write(file: string, content: string | Uint8Array): FileStamp {
    const path = join(this.folder, file);
    // Where a file was, the folder is.
    if (!this.#replaces || !isRemoved(path)) this.#place(file);
    writeFileSync(path, content);
    const stamp = fileStamp(path) as FileStamp;
    this.count(1, stamp[1]);
    return stamp;
  }

  /** Takes note of files that came another way. */
  count(files: number, bytes: number): void {
    this.files += files;
    this.bytes += bytes;
  }

  /** Takes note of every file below a folder. */
  countAll(folder: string): void {
    for (const entry of readdirSync(join(this.folder, folder), { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) this.count(1, lstatSync(join(entry.parentPath, entry.name)).size);
    }
  }

  /**
   * Copies every file below a folder. What is there already stays, and is told. Never links: who edits a published
   * file in place would edit whatever it came from.
   */
  takeAll(folder: string, onTwin?: (file: string, source: string) => void): void {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const source = join(entry.parentPath, entry.name);
      const file = source.slice(join(folder, sep).length);
      try {
        copyFileSync(source, this.#place(file), COPYFILE_EXCL | COPYFILE_FICLONE);
        this.count(1, lstatSync(source).size);
      } catch (problem) {
        if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
        onTwin?.(file, source);
      }
    }
  }

  #place(file: string): string {
    const path = join(this.folder, file);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    return path;
  }
}

/** Removes a file; false where there is none. */
function isRemoved(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
    return false;
  }
}
