import { readFile } from 'node:fs/promises';

/** A file's bytes. What the system says when it cannot be read names the file always; by itself it leaves it out for folders. */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) (problem as NodeJS.ErrnoException).path ??= path;
    throw problem;
  }
}
