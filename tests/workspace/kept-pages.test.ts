import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/wiki/text/fingerprint.ts';
import { GatheredCells } from '../../src/workspace/rebuild/gathered-cells.ts';
import { type KeptPages, readKeptPages, writeKeptPages } from '../../src/workspace/rebuild/kept-pages.ts';
import { stalePages } from '../../src/workspace/rebuild/stale-pages.ts';
import { temporaryFolder } from '../support/files.ts';
import { ROOT } from '../support/run-command.ts';

const CELLS = [
  { space: 'node', key: 'concept:wood' },
  { space: 'once claim-line', key: 'claim:a/b', from: Uint32Array.of(0, 2) },
  { space: 'in', key: 'concept:wood' },
  { space: 'all', key: '' },
  { space: 'rank', key: 'concept:wood' },
];
const KEPT: KeptPages = {
  cells: CELLS,
  digests: ['one', '', 'two', 'three', 'as it was'],
  pages: [
    { file: 'index.html', props: '{}', stamp: [1, 2, 3.5], reads: Uint32Array.of(3) },
    { file: 'concepts/wood/index.html', props: '{"id":"concept:wood"}', stamp: [2, 1, 0], reads: Uint32Array.of(1) },
    { file: '404.html', props: '{}', stamp: [3, 1, 0], reads: Uint32Array.of(4) },
  ],
  rankings: Uint8Array.of(4, 5, 6),
  shape: 'shape',
  state: 'content',
};

it('gives back what was kept, and nothing where it is damaged or of other code', async () => {
  const out = join(await temporaryFolder(), 'site');
  expect(await readKeptPages(out, 'key')).toBeUndefined();
  await writeKeptPages(out, 'key', KEPT);
  expect(await readKeptPages(out, 'key')).toEqual(KEPT);
  expect(await readKeptPages(out, 'another')).toBeUndefined();
  const path = join(ROOT, '.onrecord', 'pages', fingerprint(resolve(out)));
  const bytes = await readFile(path);
  bytes[bytes.length - 2] = (bytes.at(-2) as number) ^ 1;
  await writeFile(path, bytes);
  expect(await readKeptPages(out, 'key')).toBeUndefined();
  await writeFile(path, '');
  expect(await readKeptPages(out, 'key')).toBeUndefined();
});

it('keeps a site without pages', async () => {
  const out = join(await temporaryFolder(), 'site');
  const empty: KeptPages = { cells: [], digests: [], pages: [], rankings: new Uint8Array(), shape: '', state: '' };
  await writeKeptPages(out, 'key', empty);
  expect(await readKeptPages(out, 'key')).toEqual(empty);
});

it('finds the pages whose cells hold something else, through values made once', () => {
  const stale = (changed: string, shape = 'another') => {
    const held: Record<string, string> = { node: 'one', in: 'two', all: 'three', [changed]: 'something else' };
    const isStale = stalePages(KEPT, { shape, of: ({ space }) => held[space] ?? '' }, (id) => changed === `rank ${id}`);
    return KEPT.pages.filter(isStale).map(({ file }) => file);
  };
  expect(stale('nothing')).toEqual([]);
  expect(stale('in')).toEqual(['concepts/wood/index.html']);
  expect(stale('all')).toEqual(['index.html']);
  expect(stale('rank concept:wood')).toEqual(['404.html']);
  // As long as the shape of the archive stays, nobody looks at what follows from it.
  expect(stale('in', 'shape')).toEqual([]);
  expect(stale('node', 'shape')).toEqual(['concepts/wood/index.html']);
});

it('numbers the cells of several parts as one, and only those that pages have', () => {
  const gathered = new GatheredCells();
  expect([...gathered.from(CELLS)(Uint32Array.of(1))]).toEqual([0]);
  const other = [
    { space: 'in', key: 'concept:wood' },
    { space: 'node', key: 'concept:peat' },
  ];
  expect([...gathered.from(other)(Uint32Array.of(1, 0))]).toEqual([3, 2]);
  expect(gathered.cells).toEqual([
    { space: 'once claim-line', key: 'claim:a/b', from: Uint32Array.of(1, 2) },
    { space: 'node', key: 'concept:wood' },
    { space: 'in', key: 'concept:wood' },
    { space: 'node', key: 'concept:peat' },
  ]);
});

it('leaves cells their numbers, and says of a value made once what it was made from last', () => {
  const gathered = new GatheredCells(CELLS);
  const made = [
    { space: 'node', key: 'concept:peat' },
    { space: 'once claim-line', key: 'claim:a/b', from: Uint32Array.of(0, 2) },
    { space: 'in', key: 'concept:wood' },
  ];
  expect([...gathered.from(made)(Uint32Array.of(1, 2))]).toEqual([1, 2]);
  expect(gathered.cells).toEqual([
    CELLS[0],
    { space: 'once claim-line', key: 'claim:a/b', from: Uint32Array.of(5, 2) },
    ...CELLS.slice(2),
    { space: 'node', key: 'concept:peat' },
  ]);
});
