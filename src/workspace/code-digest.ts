import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compareText } from '../wiki/text/order.ts';
import { PROJECT_ROOT } from './project-root.ts';

/** Stands for code: Node, and the files and folders of this project that are named, with their paths. In hexadecimal. */
export function codeDigest(names: readonly string[], ...more: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, ...more]));
  // One after the other: small files are read in less time than it takes to wait for them.
  for (const path of filesBelow(PROJECT_ROOT, names)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(PROJECT_ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Paths of files, in order; with `/` between folders. What is not there is passed over. */
export function filesBelow(root: string, names: readonly string[]): string[] {
  const found: string[] = [];
  for (const name of names) {
    const entry = statSync(join(root, name), { throwIfNoEntry: false });
    if (entry?.isFile()) found.push(name);
    if (!entry?.isDirectory()) continue;
    for (const path of readdirSync(join(root, name), { recursive: true, withFileTypes: true })) {
      if (path.isFile()) found.push(join(path.parentPath, path.name).slice(root.length + 1));
    }
  }
  return found.map((path) => path.split(sep).join('/')).sort(compareText);
}
