import { linkSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOf } from './model-digest.ts';
import { replaceFile } from './replace-file.ts';

/** A file as it was written: its number on the disk, when it was changed last, and a digest of what was written. */
export type PlacedFile = [inode: number, mtimeMs: number, digest: string];

/** Files of an earlier folder, by path. */
export type PlacedFiles = Record<string, PlacedFile>;

/**
 * Puts files into a folder: as a second name of the file in `earlier`, where that was `placed` with the same bytes and the system
 * says that it is still the same; else by writing. At once: small files cost threads more than one. Answers how they lie.
 */
export function placeFiles(
  folder: string,
  files: readonly { path: string; bytes: Uint8Array }[],
  earlier?: { folder: string; placed: PlacedFiles },
): PlacedFiles {
  for (const parent of new Set(files.map(({ path }) => dirname(join(folder, path))))) {
    mkdirSync(parent, { recursive: true });
  }
  return Object.fromEntries(
    files.map(({ path, bytes }) => {
      const target = join(folder, path);
      const digest = digestOf(bytes);
      const before = earlier?.placed[path];
      if (before?.[2] === digest && isLinked(join(earlier?.folder ?? '', path), target, bytes.length, before)) {
        return [path, before];
      }
      writeFileSync(target, bytes);
      const { ino, mtimeMs } = statSync(target);
      return [path, [ino, mtimeMs, digest]];
    }),
  );
}

function isLinked(source: string, target: string, size: number, [inode, mtimeMs]: PlacedFile): boolean {
  const now = statSync(source, { throwIfNoEntry: false });
  if (!now?.isFile() || now.ino !== inode || now.mtimeMs !== mtimeMs || now.size !== size) return false;
  try {
    linkSync(source, target);
    return true;
  } catch {
    // Another disk, or one whose files have one name each.
    return false;
  }
}

/** How files lie, by index, as `keepPlaced` has kept it; nothing where that is not to be had. */
export async function openPlaced(path: string): Promise<Record<string, PlacedFiles>> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  return end >= 0 && text.slice(0, end) === digestOf(text.slice(end + 1)) ? JSON.parse(text.slice(end + 1)) : {};
}

/** A digest of all that follows, and JSON. */
export async function keepPlaced(path: string, placed: Record<string, PlacedFiles>): Promise<void> {
  const rest = JSON.stringify(placed);
  await replaceFile(path, `${digestOf(rest)}\n${rest}`).catch(() => undefined);
}
