import { hash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesBelow } from './code-digest.ts';
import { replaceFile } from './replace-file.ts';

/** Characters of a digest (SHA-1 in base64url; it tells damage, not forgeries). */
const DIGEST = 27;
/** Files under way at once. */
const AT_ONCE = 64;

/** What stands in front of the files' bytes. */
interface Contents {
  /** What the folder was made from. */
  key: string;
  /** Path and bytes of each file, in order. */
  files: [path: string, bytes: number][];
}

/**
 * Keeps every file of a folder in one: a digest of all that follows, a line of JSON (`Contents`), and the files one after
 * the other. That it cannot be kept (a full disk) only costs time.
 */
export async function packFolder(folder: string, key: string, path: string): Promise<void> {
  const names = (await filesBelow(folder, ['.'])).map((name) => name.replace(/^\.\//, ''));
  const bodies: Buffer[] = [];
  for (let start = 0; start < names.length; start += AT_ONCE) {
    bodies.push(
      ...(await Promise.all(names.slice(start, start + AT_ONCE).map((name) => readFile(join(folder, name))))),
    );
  }
  const contents: Contents = { key, files: names.map((name, index) => [name, (bodies[index] as Buffer).length]) };
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(contents)}\n`), ...bodies]);
  await replaceFile(path, Buffer.concat([Buffer.from(digestOf(rest)), rest])).catch(() => undefined);
}

/** Writes the files that were kept into a folder. False, and nothing is written, when they are not whole or were made from something else. */
export async function unpackFolder(path: string, key: string, folder: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return false;
  const rest = bytes.subarray(DIGEST);
  if (bytes.toString('latin1', 0, DIGEST) !== digestOf(rest)) return false;
  const end = rest.indexOf('\n');
  const contents = JSON.parse(rest.toString('utf8', 0, end)) as Contents;
  if (contents.key !== key) return false;
  let at = end + 1;
  const made = new Set<string>();
  let pending: Promise<void>[] = [];
  for (const [name, length] of contents.files) {
    const target = join(folder, name);
    if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
    made.add(dirname(target));
    pending.push(writeFile(target, rest.subarray(at, at + length)));
    at += length;
    if (pending.length < AT_ONCE) continue;
    await Promise.all(pending);
    pending = [];
  }
  await Promise.all(pending);
  return true;
}

function digestOf(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'base64url');
}
