import { mkdir, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { type FileStamp, fileStamp } from '../../src/workspace/rebuild/file-stamp.ts';
import { removeWithFolders, takeOver } from '../../src/workspace/rebuild/take-over.ts';
import { listFiles, readFiles, temporaryFolder, writeFiles } from '../support/files.ts';

const SITE: Files = { 'index.html': 'home', 'a/index.html': 'a', 'a/b/index.html': 'b', 'pagefind/words': 'words' };
const PAGES = ['index.html', 'a/index.html', 'a/b/index.html'];

/** A published site, and what its build kept of its pages. */
async function published() {
  const home = await temporaryFolder();
  const [site, staging, spare] = ['site', 'staging', 'spare'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  await writeFiles(SITE, site);
  const stamps = PAGES.map((page) => fileStamp(join(site, page)) as FileStamp);
  const run = () =>
    [...takeOver({ staging, published: site, spare, files: PAGES, stamps })].map((index) => PAGES[index]);
  return { site, staging, spare, run };
}

it('takes the pages over, and nothing else', async () => {
  const { site, staging, run } = await published();
  expect(run()).toEqual([]);
  expect(await readFiles(staging)).toEqual({ 'index.html': 'home', 'a/index.html': 'a', 'a/b/index.html': 'b' });
  expect((await stat(join(staging, 'index.html'))).ino).toBe((await stat(join(site, 'index.html'))).ino);
});

it('leaves out what somebody has written to, replaced, removed or put a link in the place of', async () => {
  const { site, staging, run } = await published();
  const { mtime } = await stat(join(site, 'index.html'));
  await writeFile(join(site, 'index.html'), 'other');
  // Another file of the same length and date.
  await writeFile(join(site, 'new'), 'x');
  await rename(join(site, 'new'), join(site, 'a/index.html'));
  await utimes(join(site, 'a/index.html'), mtime, mtime);
  await rename(join(site, 'a/b/index.html'), join(site, 'moved'));
  await symlink(join(site, 'moved'), join(site, 'a/b/index.html'));
  expect(run()).toEqual(PAGES);
  expect(await listFiles(staging)).toEqual([]);
});

it('makes the site of the one before the last: what both have stays, what it has beyond goes', async () => {
  const { site, staging, spare, run } = await published();
  run();
  await rename(staging, spare);
  await writeFiles({ 'old/index.html': 'old', 'a/old.html': 'old' }, spare);
  await mkdir(join(spare, 'empty'));
  // A page that has changed since.
  await rm(join(spare, 'a/b/index.html'));
  await writeFiles({ 'a/b/index.html': 'before' }, spare);
  expect(run()).toEqual([]);
  expect(await readFiles(staging)).toEqual({ 'index.html': 'home', 'a/index.html': 'a', 'a/b/index.html': 'b' });
  expect(await readFiles(site)).toEqual(SITE);
  await expect(stat(spare)).rejects.toThrow('ENOENT');
  await expect(stat(join(staging, 'empty'))).rejects.toThrow('ENOENT');
});

it('finds everything in the one before the last when the site is gone', async () => {
  const { site, staging, spare, run } = await published();
  run();
  await rename(staging, spare);
  await rm(site, { recursive: true });
  expect(run()).toEqual([]);
});

it('removes a page with the folders that it leaves empty', async () => {
  const { site } = await published();
  removeWithFolders(site, 'a/b/index.html');
  expect(await listFiles(site)).toEqual(['a/index.html', 'index.html', 'pagefind/words']);
  await expect(stat(join(site, 'a/b'))).rejects.toThrow('ENOENT');
});
