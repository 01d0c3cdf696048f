import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type PackedFile, packFile, unpackFile } from '../wiki/corpus/pack-file.ts';
import { type ParsedFile, parseFile } from '../wiki/corpus/parse-file.ts';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import { compareText } from '../wiki/text/order.ts';
import { digestOf, modelDigest } from './model-digest.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { replaceFile } from './replace-file.ts';

/** Characters of a digest (SHA-1 in base64url; it tells edits apart, not forgeries). */
const DIGEST = 27;

/** What was read of files before, so that only what changed is read again. */
export interface ParseCache {
  /** As `parseFile`, to the last place. */
  parse(file: SourceFile): ParsedFile;
  /** Keeps what this run used; does nothing when that is what was there. */
  save(): Promise<void>;
}

export function parseCachePath(content: string): string {
  return join(PROJECT_ROOT, '.onrecord', 'parsed', fingerprint(resolve(content)));
}

/**
 * Opens the cache of a content folder. The first line of its file is a digest of the code that reads and of all other
 * lines; each of those is the digest of a file's path and text, and what was read of it. A cache that is not whole, or
 * was made by other code, is as good as none. It is put in place by one rename: two processes cannot mix theirs.
 */
export async function openParseCache(path: string): Promise<ParseCache> {
  const known = await readLines(path);
  const used = new Map<string, string>();
  /** Packed when everybody has noted what they found out. */
  const fresh = new Map<string, ParsedFile>();
  return {
    parse(file) {
      const key = digestOf(`${file.path}\n${file.text}`);
      const line = known.get(key);
      if (line !== undefined) {
        used.set(key, line);
        return unpackFile(file, JSON.parse(line.slice(DIGEST)) as PackedFile);
      }
      const parsed = parseFile(file);
      fresh.set(key, parsed);
      return parsed;
    },
    async save() {
      for (const [key, parsed] of fresh) {
        const packed = packFile(parsed);
        if (packed) used.set(key, key + JSON.stringify(packed));
      }
      fresh.clear();
      if (used.size === known.size && [...used.keys()].every((key) => known.has(key))) return;
      const body = Buffer.from([...used.values()].sort(compareText).join('\n'));
      const head = Buffer.from(`${modelDigest()}${digestOf(body)}\n`);
      // A disk that is full, or that may not be written, only costs time.
      await replaceFile(path, Buffer.concat([head, body])).catch(() => undefined);
    },
  };
}

async function readLines(path: string): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes?.[2 * DIGEST] !== 10) return lines;
  const body = bytes.subarray(2 * DIGEST + 1);
  if (bytes.toString('latin1', 0, 2 * DIGEST) !== modelDigest() + digestOf(body)) return lines;
  if (body.length === 0) return lines;
  for (const line of body.toString('utf8').split('\n')) lines.set(line.slice(0, DIGEST), line);
  return lines;
}
