import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packFolder, unpackFolder } from '../../src/workspace/packed-folder.ts';
import { listFiles, readFiles, temporaryFolder, writeFiles } from '../support/files.ts';

const FILES = { 'a.txt': 'words\n', 'deep/er/b.bin': '\0\n\u00e9', 'empty.txt': '' };

async function packed() {
  const home = await temporaryFolder();
  const from = join(home, 'from');
  await writeFiles(FILES, from);
  const path = join(home, 'kept/folder');
  await packFolder(from, 'key', path);
  return { home, path, to: join(home, 'to') };
}

it('gives every file back, byte for byte', async () => {
  const { path, to } = await packed();
  expect(await unpackFolder(path, 'key', to)).toBe(true);
  expect(await readFiles(to)).toEqual(FILES);
});

it('keeps an empty folder, and one that is not there', async () => {
  const { home, path, to } = await packed();
  await packFolder(join(home, 'nowhere'), 'key', path);
  expect(await unpackFolder(path, 'key', to)).toBe(true);
  expect(await listFiles(to).catch(() => [])).toEqual([]);
});

it('writes nothing of what was made from something else, is not whole, or is not there', async () => {
  const { home, path, to } = await packed();
  expect(await unpackFolder(path, 'another key', to)).toBe(false);
  expect(await unpackFolder(join(home, 'nowhere'), 'key', to)).toBe(false);
  const whole = await readFile(path);
  for (let at = 0; at < whole.length; at += 7) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] as number) ^ 1;
    await writeFile(path, bytes);
    expect([at, await unpackFolder(path, 'key', to)]).toEqual([at, false]);
    await truncate(path, at);
    expect([at, await unpackFolder(path, 'key', to)]).toEqual([at, false]);
  }
  expect(await listFiles(to).catch(() => [])).toEqual([]);
});
