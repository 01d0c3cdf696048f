import { glob, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { compareText } from '../wiki/text/order.ts';

/** Files read at once: enough to keep a disk busy, few enough for every limit on open files. */
const AT_ONCE = 64;

export class MissingContentError extends Error {}

/** Every text file of a content folder, in order of path. Hidden files and folders are passed over. */
export async function readContent(folder: string): Promise<SourceFile[]> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new MissingContentError(`there is no folder ${folder}`);
  const paths: string[] = [];
  for await (const path of glob('**/*.{md,mdx,yaml,yml}', { cwd: folder })) {
    const normal = path.split(sep).join('/');
    if (!normal.split('/').some((part) => part.startsWith('.'))) paths.push(normal);
  }
  paths.sort(compareText);
  const files: SourceFile[] = [];
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const texts = paths.slice(start, start + AT_ONCE).map((path) => readFile(join(folder, path), 'utf8'));
    files.push(...(await Promise.all(texts)).map((text, index) => ({ path: paths[start + index] as string, text })));
  }
  return files;
}
