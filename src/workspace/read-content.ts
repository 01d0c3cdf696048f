import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { compareText } from '../wiki/text/order.ts';
import { listFiles } from './list-files.ts';
import { describeSystemError, withPath } from './system-error.ts';

const PAGE = /\.(?:mdx?|ya?ml)$/;

export class MissingContentError extends Error {}

/** Files that are there and cannot be read. The message has a line for each: where, why, what to do. */
export class UnreadableContentError extends Error {}

/** Every text file of a content folder, in order of path. Hidden files and folders are passed over. */
export async function readContent(folder: string): Promise<SourceFile[]> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new MissingContentError(`there is no folder ${folder}`);
  const files: SourceFile[] = [];
  const unreadable: string[] = [];
  // One after the other: small files are read in less time than it takes to wait for them.
  for (const path of listFiles(folder, (name) => PAGE.test(name))) {
    try {
      files.push({ path, text: readFileSync(join(folder, path), 'utf8') });
    } catch (problem) {
      const reason = describeSystemError(withPath(problem, join(folder, path)));
      if (reason === undefined) throw problem;
      unreadable.push(reason);
    }
  }
  if (unreadable.length > 0) throw new UnreadableContentError(unreadable.sort(compareText).join('\n'));
  return files;
}
