import { readFile } from 'node:fs/promises';
import { withPath } from './system-error.ts';

/** A file's bytes. */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (problem) {
    throw withPath(problem, path);
  }
}
