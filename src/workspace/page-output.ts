import { copyFileSync, linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder that a site is written into. Makes each folder once; a file that is there already stays. */
export class PageOutput {
  readonly folder: string;
  /** Files written, and their bytes. */
  files = 0;
  bytes = 0;
  readonly #folders = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  write(file: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(this.#place(file), bytes);
    this.files++;
    this.bytes += bytes.length;
  }

  /** Takes every file below a folder in, by link where the disk allows it. */
  takeAll(folder: string): void {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const source = join(entry.parentPath, entry.name);
      const target = this.#place(source.slice(folder.length + 1));
      try {
        linkSync(source, target);
      } catch (problem) {
        const { code } = problem as NodeJS.ErrnoException;
        if (code === 'EEXIST') continue;
        copyFileSync(source, target);
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
