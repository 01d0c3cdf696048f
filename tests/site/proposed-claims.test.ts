import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { testSite } from '../support/test-sites.ts';

/** A word that stands in a proposed claim of the archive and nowhere else. */
const WORD = /xylograph|not-yet-read/i;

let files: { path: string; text: string }[];
beforeAll(async () => {
  const { folder } = await testSite('every-kind');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        // What search loads is compressed.
        const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
        return { path, text: (isPacked ? gunzipSync(bytes) : bytes).toString('latin1') };
      }),
  );
}, 120_000);

it('no file of a built site knows of a proposed claim', () => {
  expect(files.length).toBeGreaterThan(30);
  expect(files.some(({ text }) => text.includes('Recall is measured before anything is tuned'))).toBe(true);
  expect(files.filter(({ path, text }) => WORD.test(text) || WORD.test(path)).map(({ path }) => path)).toEqual([]);
});

it('nor does a built site have the list that whoever writes sees', () => {
  expect(files.filter(({ text }) => text.includes('Proposed, not evidence')).map(({ path }) => path)).toEqual([]);
});
