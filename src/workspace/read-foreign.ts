import { glob, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { ForeignFile } from '../wiki/importers/imported.ts';
import { compareText } from '../wiki/text/order.ts';
import { decodeText } from './decode-text.ts';
import { readBytes } from './read-bytes.ts';
import { MissingContentError } from './read-content.ts';

/** Text files of folders and single files, in order, and those that had to be guessed to be in an old encoding. */
export async function readForeign(
  paths: readonly string[],
  extensions: string,
): Promise<{ files: ForeignFile[]; guessed: string[] }> {
  const found: { path: string; full: string }[] = [];
  for (const path of paths) {
    const here = await stat(path).catch(() => undefined);
    if (!here) throw new MissingContentError(`there is no file or folder ${path}`);
    if (!here.isDirectory()) found.push({ path: basename(path), full: path });
    else {
      for await (const inside of glob(
        extensions.split(',').map((extension) => `**/*.${extension}`),
        { cwd: path },
      )) {
        const normal = inside.split(sep).join('/');
        if (!/(^|\/)\./.test(normal)) found.push({ path: normal, full: join(path, inside) });
      }
    }
  }
  found.sort((left, right) => compareText(left.path, right.path));
  const files: ForeignFile[] = [];
  const guessed: string[] = [];
  for (const { path, full } of found) {
    const { text, isGuess } = decodeText(await readBytes(full));
    if (isGuess) guessed.push(path);
    files.push({ path, text });
  }
  return { files, guessed };
}
