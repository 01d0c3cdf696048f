import { constants, copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const { COPYFILE_EXCL, COPYFILE_FICLONE } = constants;

/** A folder that a site is written into. Makes each folder once. */
export class PageOutput {
  readonly folder: string;
  /** Files written or taken in. */
  files = 0;
  readonly #folders = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  write(file: string, content: string | Uint8Array): void {
    writeFileSync(this.#place(file), content);
    this.files++;
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
        this.files++;
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
