import { glob, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { ForeignFile, ImportNotice } from '../wiki/importers/imported.ts';
import { compareText } from '../wiki/text/order.ts';
import { decodeText } from './decode-text.ts';
import { readBytes } from './read-bytes.ts';
import { MissingContentError } from './read-content.ts';

/** A file to import: its path from the folder that is imported, and where it lies. */
export interface FoundFile {
  path: string;
  full: string;
  bytes: number;
}

/** Largest file that is read whole: larger texts come near the longest string there can be. */
const MAX_WHOLE_MB = 200;

/** Why a file is not read whole, if it is not. */
export function tooLarge(bytes: number): string | undefined {
  if (bytes <= MAX_WHOLE_MB * 1e6) return undefined;
  return `it has ${Math.round(bytes / 1e6)} MB, and at most ${MAX_WHOLE_MB} are read of this format: cut it into several`;
}

/** Files of folders and single files, in order. */
export async function findForeign(paths: readonly string[], extensions: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) {
    const here = await stat(path).catch(() => undefined);
    if (!here) throw new MissingContentError(`there is no file or folder ${path}`);
    if (!here.isDirectory()) {
      found.push({ path: basename(path), full: path, bytes: here.size });
      continue;
    }
    const patterns = extensions.split(',').map((extension) => `**/*.${extension}`);
    for await (const inside of glob(patterns, { cwd: path })) {
      const normal = inside.split(sep).join('/');
      const full = join(path, inside);
      const file = await stat(full).catch(() => undefined);
      if (file?.isFile() && !/(^|\/)\./.test(normal)) found.push({ path: normal, full, bytes: file.size });
    }
  }
  return found.sort((left, right) => compareText(left.path, right.path));
}

/** Their texts; what is too large, or in an encoding that had to be guessed, is said. */
export async function readForeign(
  found: readonly FoundFile[],
  onFile?: () => void,
): Promise<{ files: ForeignFile[]; notices: ImportNotice[] }> {
  const files: ForeignFile[] = [];
  const notices: ImportNotice[] = [];
  for (const { path, full, bytes } of found) {
    onFile?.();
    const message = tooLarge(bytes);
    if (message !== undefined) {
      notices.push({ sort: 'skipped', from: path, message });
      continue;
    }
    const { text, isGuess } = decodeText(await readBytes(full));
    if (isGuess) notices.push({ sort: 'odd', from: path, message: 'it is not UTF-8; read as Windows-1252' });
    files.push({ path, text });
  }
  return { files, notices };
}
