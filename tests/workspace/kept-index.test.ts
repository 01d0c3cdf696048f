import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TokenRows, TokenTable } from '../../src/exports/token-table.ts';
import { type IndexedRecords, type IndexFile, keepIndex, openKept } from '../../src/workspace/kept-index.ts';
import { temporaryFolder } from '../support/files.ts';

const FILES: IndexFile[] = [
  { path: 'a.txt', bytes: Buffer.from('words\n'), source: 'one' },
  { path: 'deep/er/b.bin', bytes: Buffer.from('\0\n\u00e9'), source: 'two' },
  { path: 'empty.txt', bytes: Buffer.from(''), source: '' },
];

function records(): IndexedRecords {
  const table = new TokenTable(['gone', 'Café', 'tea', 'asked']);
  const rows = new TokenRows();
  rows.add([[1], [2, 1], [], [2]]);
  rows.add([[], [], [], []]);
  return {
    ids: ['concept:a', 'concept:b'],
    digests: ['first', 'second'],
    lines: [Buffer.from('{"a":"é"}\t{}\n'), Buffer.from('{}\t{"b":1}\n')],
    rows,
    table,
    analysed: [
      undefined,
      { places: 1, forms: [{ at: 0, stem: 'cafe', variant: 'café', parts: 0 }] },
      { places: 1, forms: [{ at: 0, stem: 'tea', parts: 0 }] },
      { places: 0, forms: [] },
    ],
  };
}

async function kept() {
  const path = join(await temporaryFolder(), 'kept/pages');
  await keepIndex(path, 'key', records(), 'facets', FILES);
  return path;
}

it('gives everything back, but tokens that nobody asks for', async () => {
  const found = (await openKept(await kept(), 'key')) ?? expect.fail('it was kept');
  expect(found.files().map(({ path, bytes, source }) => [path, Buffer.from(bytes).toString(), source])).toEqual(
    FILES.map(({ path, bytes, source }) => [path, Buffer.from(bytes).toString(), source]),
  );
  expect([found.ids, found.digests, found.facets]).toEqual([records().ids, records().digests, 'facets']);
  const { rows, table, analysed, lines } = found.records((texts) => new TokenTable(texts));
  const said = Array.from({ length: rows.count }, (_, row) =>
    rows.parts(row).map((part) => Array.from(part, (token) => table.textOf(token))),
  );
  expect(said).toEqual([
    [['Café'], ['tea', 'Café'], [], ['tea']],
    [[], [], [], []],
  ]);
  expect(lines.map((line) => Buffer.from(line).toString())).toEqual(records().lines.map(String));
  expect(table.find('gone')).toBeUndefined();
  for (const [token, text] of records().table.texts.entries()) {
    const own = table.find(text);
    if (own !== undefined) expect(analysed[own]).toEqual(records().analysed[token]);
  }
});

it('gives nothing of what was kept under another key, is not whole, or is not there', async () => {
  const path = await kept();
  expect(await openKept(path, 'another key')).toBeUndefined();
  expect(await openKept(`${path}-not`, 'key')).toBeUndefined();
  const whole = await readFile(path);
  for (let at = 0; at < whole.length; at += 7) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] as number) ^ 1;
    await writeFile(path, bytes);
    expect([at, await openKept(path, 'key')]).toEqual([at, undefined]);
    await truncate(path, at);
    expect([at, await openKept(path, 'key')]).toEqual([at, undefined]);
  }
});

it('only costs time where it cannot be kept', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  await keepIndex(join(folder, 'file/pages'), 'key', records(), '', FILES);
  expect(await openKept(join(folder, 'file/pages'), 'key')).toBeUndefined();
});
