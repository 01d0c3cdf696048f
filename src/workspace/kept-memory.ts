import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import type { Memory } from '../wiki/views/memory.ts';
import { digestOf, viewsDigest } from './model-digest.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { pruneKept } from './prune-kept.ts';
import { replaceFile } from './replace-file.ts';

/** Characters of a digest (SHA-1 in base64url; it tells edits apart, not forgeries). */
const DIGEST = 27;

export interface KeptMemory extends Memory {
  /** Keeps what is known now; does nothing when that is what was there. */
  save(): Promise<void>;
}

/** Where the results of a content folder are kept. */
export function keptMemoryPath(content: string): string {
  return join(PROJECT_ROOT, '.onrecord', 'map', fingerprint(resolve(content)));
}

/**
 * Opens what was kept at `path`: a digest of the code that made it, one of all that follows, and a map from names to digest and
 * value in Node's own format. What is not whole, or was made by other code, is as good as nothing.
 */
export async function openMemory(path: string): Promise<KeptMemory> {
  const known = await readKept(path);
  let isFresh = false;
  return {
    digest(...inputs) {
      const hash = createHash('sha1');
      for (const input of inputs) {
        const bytes =
          typeof input === 'string'
            ? Buffer.from(input)
            : new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
        hash.update(`${bytes.length} `).update(bytes);
      }
      return hash.digest('base64url');
    },
    of<T>(name: string, digest: string, make: () => T): T {
      const [before, value] = known.get(name) ?? [];
      if (before === digest) return value as T;
      const made = make();
      known.set(name, [digest, made]);
      isFresh = true;
      return made;
    },
    async save() {
      if (!isFresh) return;
      isFresh = false;
      const body = serialize(known);
      // A disk that is full, or that may not be written, only costs time.
      await replaceFile(path, Buffer.concat([Buffer.from(viewsDigest() + digestOf(body)), body])).catch(
        () => undefined,
      );
      await pruneKept(dirname(path));
    },
  };
}

async function readKept(path: string): Promise<Map<string, [digest: string, value: unknown]>> {
  const bytes = await readFile(path).catch(() => undefined);
  const body = bytes?.subarray(2 * DIGEST);
  if (!bytes || !body || bytes.toString('latin1', 0, 2 * DIGEST) !== viewsDigest() + digestOf(body)) return new Map();
  return deserialize(body) as Map<string, [string, unknown]>;
}
