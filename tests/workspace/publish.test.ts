import { mkdir, readdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exchangeFolders } from '../../src/workspace/exchange-folders.ts';
import { processMark } from '../../src/workspace/process-mark.ts';
import { checkOutput, openStaging, publish } from '../../src/workspace/publish.ts';
import { readFiles, temporaryFolder, writeFiles } from '../support/files.ts';

const never = () => false;

it.each([
  ['in one step', exchangeFolders],
  ['in two', never],
])('%s: the new site stands, the old one is gone', async (_, exchange) => {
  const folder = await temporaryFolder();
  const out = join(folder, 'site');
  for (const version of ['1', '2']) {
    const staging = await openStaging(out);
    await writeFiles({ 'index.html': version, [`${version}.html`]: '' }, staging);
    await publish(staging, out, { exchange });
    expect(await readFiles(folder)).toEqual({ 'site/index.html': version, [`site/${version}.html`]: '' });
  }
});

it('a link to the site stays a link', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'real'));
  await symlink('real', join(folder, 'site'));
  const staging = await openStaging(join(folder, 'site'));
  await writeFiles({ 'index.html': 'new' }, staging);
  await publish(staging, join(folder, 'site'));
  expect(await readFiles(folder)).toEqual({ 'real/index.html': 'new' });
  expect(await readdir(join(folder, 'site'))).toEqual(['index.html']);
});

it('somebody who was killed between the two steps has the old site put back by the next build', async () => {
  const folder = await temporaryFolder();
  const out = join(folder, 'site');
  await writeFiles({ 'index.html': 'old' }, out);
  // Number 1 of long ago, and ourselves of another time: neither is the process that did it.
  for (const mark of ['4194999-12', `${process.pid}-1`]) {
    await rename(out, join(folder, `.site.previous-${mark}`));
    await writeFiles({ 'index.html': 'half' }, join(folder, `.site.staging-${mark}`));
    await openStaging(out);
    expect(await readFiles(folder)).toEqual({ 'site/index.html': 'old' });
  }
  await writeFiles({ 'index.html': 'busy' }, join(folder, '.site.staging-1'));
  await openStaging(out);
  // Process 1 runs, always.
  expect(await readdir(folder)).toContain('.site.staging-1');
});

it.each([exchangeFolders, never])('two at once: one after the other', async (exchange) => {
  const folder = await temporaryFolder();
  const out = join(folder, 'site');
  const versions = Array.from({ length: 8 }, (_, index) => String(index));
  const stagings = versions.map((version) => join(folder, `.site.staging-${processMark()}${version}`));
  for (const [index, staging] of stagings.entries()) {
    await writeFiles({ a: String(index), b: String(index) }, staging);
  }
  await Promise.all(stagings.map((staging) => publish(staging, out, { exchange })));
  const { a, b } = await readFiles(out);
  expect(a).toBe(b);
  expect(await readdir(folder)).toEqual(['site']);
});

it('refuses places whose content would be lost', async () => {
  const folder = await temporaryFolder();
  await writeFiles({ 'notes/a.txt': 'mine', 'old/_astro/a.css': '', 'part/shard.json': '{}' }, folder);
  await mkdir(join(folder, 'empty'));
  for (const fine of ['not-there-yet', 'empty', 'old', 'part']) await checkOutput(join(folder, fine), folder);
  await expect(checkOutput(join(folder, 'notes'))).rejects.toThrow('no build made');
  await expect(checkOutput(join(folder, 'notes/a.txt'))).rejects.toThrow('is a file');
  await expect(checkOutput(folder, join(folder, 'notes'))).rejects.toThrow('which holds');
  await expect(checkOutput(process.cwd())).rejects.toThrow('which holds');
  await expect(checkOutput('/')).rejects.toThrow('which holds');
});
