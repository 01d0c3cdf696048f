import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of all files below a folder, and how many of them are HTML. */
export async function outputSize(folder: string): Promise<{ bytes: number; htmlFiles: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(file.parentPath, file.name))).size;
  return { bytes, htmlFiles: files.filter((file) => file.name.endsWith('.html')).length };
}
