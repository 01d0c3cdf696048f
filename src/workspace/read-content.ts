import { glob, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { compareText } from '../wiki/text/order.ts';
import { readBytes } from './read-bytes.ts';
import { describeSystemError } from './system-error.ts';

/** Files read at once: enough to keep a disk busy, few enough for every limit on open files. */
const AT_ONCE = 64;

export class MissingContentError extends Error {}

/** Files that are there and cannot be read. The message has a line for each: where, why, what to do. */
export class UnreadableContentError extends Error {}

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
  const unreadable: string[] = [];
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const texts = paths.slice(start, start + AT_ONCE).map((path) =>
      readBytes(join(folder, path)).then(
        (bytes) => bytes.toString('utf8'),
        (problem: unknown) => {
          const reason = describeSystemError(problem);
          if (reason === undefined) throw problem;
          unreadable.push(reason);
          return '';
        },
      ),
    );
    files.push(...(await Promise.all(texts)).map((text, index) => ({ path: paths[start + index] as string, text })));
  }
  if (unreadable.length > 0) throw new UnreadableContentError(unreadable.sort(compareText).join('\n'));
  return files;
}
