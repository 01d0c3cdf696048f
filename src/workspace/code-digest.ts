import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { compareText } from '../wiki/text/order.ts';
import { PROJECT_ROOT } from './project-root.ts';

/** Stands for code: Node, and the files and folders of this project that are named, with their paths. In hexadecimal. */
export async function codeDigest(names: readonly string[], ...more: readonly unknown[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([process.version, ...more]));
  const paths = await filesBelow(PROJECT_ROOT, names);
  const texts = await Promise.all(paths.map((path) => readFile(join(PROJECT_ROOT, path))));
  for (const [index, path] of paths.entries()) {
    hash
      .update(`${path}\0`)
      .update(texts[index] as Buffer)
      .update('\0');
  }
  return hash.digest('hex');
}

/** Paths of files, in order; with `/` between folders. What is not there is passed over. */
export async function filesBelow(root: string, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const entry = await stat(join(root, name)).catch(() => undefined);
    if (entry?.isFile()) found.push(name);
    if (!entry?.isDirectory()) continue;
    for (const path of await readdir(join(root, name), { recursive: true, withFileTypes: true })) {
      if (path.isFile()) found.push(join(path.parentPath, path.name).slice(root.length + 1));
    }
  }
  return found.map((path) => path.split(sep).join('/')).sort(compareText);
}
