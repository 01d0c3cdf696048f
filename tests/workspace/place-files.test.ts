import { appendFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepPlaced, openPlaced, placeFiles } from '../../src/workspace/place-files.ts';
import { readFiles, temporaryFolder } from '../support/files.ts';

const files = (texts: Record<string, string>) =>
  Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
const inodes = (folder: string, ...paths: string[]) =>
  Promise.all(paths.map(async (path) => (await stat(join(folder, path))).ino));

it('takes a file over where it lies as it was written, and writes all others', async () => {
  const home = await temporaryFolder();
  const [first, second, third] = ['first', 'second', 'third'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  const before = { same: 'aa', 'deep/other': 'bb', edited: 'cc', touched: 'dd', gone: 'ee' };
  const placed = placeFiles(first, files(before));
  expect(await readFiles(first)).toEqual(before);
  await appendFile(join(first, 'edited'), '!');
  // The same size, by hand.
  await writeFile(join(first, 'touched'), 'DD');
  await utimes(join(first, 'touched'), 1, 1);

  const after = { same: 'aa', 'deep/other': 'BB', edited: 'cc', touched: 'dd', fresh: 'ff' };
  const again = placeFiles(second, files(after), { folder: first, placed });
  expect(await readFiles(second)).toEqual(after);
  const [same, ...others] = await inodes(second, 'same', 'deep/other', 'edited', 'touched');
  const [sameBefore, ...othersBefore] = await inodes(first, 'same', 'deep/other', 'edited', 'touched');
  expect(same).toBe(sameBefore);
  others.forEach((inode, index) => {
    expect(inode).not.toBe(othersBefore[index]);
  });
  expect(again.same).toEqual(placed.same);
  expect(await readFiles(first)).toEqual({ ...before, edited: 'cc!', touched: 'DD' });

  placeFiles(third, files(after), { folder: join(home, 'nowhere'), placed: again });
  expect(await readFiles(third)).toEqual(after);
});

it('remembers how files lie, and nothing of what is not whole', async () => {
  const path = join(await temporaryFolder(), 'placed');
  expect(await openPlaced(path)).toEqual({});
  await keepPlaced(path, { pages: { a: [1, 2.5, 'digest'] } });
  expect(await openPlaced(path)).toEqual({ pages: { a: [1, 2.5, 'digest'] } });
  await appendFile(path, ' ');
  expect(await openPlaced(path)).toEqual({});
});
