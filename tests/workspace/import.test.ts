import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceSpans } from '../../src/workspace/apply-fixes.ts';
import { decodeText } from '../../src/workspace/decode-text.ts';
import { writeChapters, writeImport } from '../../src/workspace/write-import.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (path: string, text: string) => ({ path, text, from: 'x' });
const changes = async (files: { path: string; text: string; from: string }[], isDry = false) =>
  (await writeImport(folder, files, isDry)).map(({ path, change }) => `${path} ${change}`);

it('a second run updates only what the first made and nobody changed', async () => {
  writeFileSync(join(folder, 'mine.md'), 'by hand');
  const first = [file('a.md', 'one'), file('b/c.md', 'two'), file('mine.md', 'theirs')];
  expect(await changes(first, true)).toEqual(['a.md new', 'b/c.md new', 'mine.md kept']);
  expect(await changes(first)).toEqual(['a.md new', 'b/c.md new', 'mine.md kept']);
  expect(await changes(first)).toEqual(['a.md same', 'b/c.md same', 'mine.md kept']);
  writeFileSync(join(folder, 'a.md'), 'edited');
  expect(await changes([file('a.md', 'new'), file('b/c.md', 'new')])).toEqual(['a.md kept', 'b/c.md updated']);
  expect(['a.md', 'b/c.md', 'mine.md'].map((path) => readFileSync(join(folder, path), 'utf8'))).toEqual([
    'edited',
    'new',
    'by hand',
  ]);
});

it('nothing is written outside of the folder', async () => {
  for (const path of ['../out.md', 'a/../../out.md', '..']) {
    await expect(writeImport(folder, [file(path, 'text')], false)).rejects.toThrow('outside');
  }
  expect(readdirSync(folder)).toEqual([]);
});

it('bytes of old encodings become text', () => {
  expect(decodeText(Buffer.from('Zoë'))).toEqual({ text: 'Zoë', isGuess: false });
  expect(decodeText(Buffer.from('Zoë – “x”', 'latin1')).isGuess).toBe(true);
  expect(decodeText(Buffer.from([0x5a, 0x6f, 0xeb]))).toEqual({ text: 'Zoë', isGuess: true });
  expect(decodeText(Buffer.from('\uFEFFZoë', 'utf16le')).text).toBe('Zoë');
  expect(decodeText(new Uint8Array())).toEqual({ text: '', isGuess: false });
});

it('fixes leave everything else as it was, CRLF and marks included', () => {
  const span = { start: { line: 2, column: 5 }, end: { line: 2, column: 8 } };
  expect(replaceSpans('\uFEFFa\r\nat: "x"\r\n', [{ span, text: '"y"' }])).toBe('\uFEFFa\r\nat: "y"\r\n');
  const first = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  expect(
    replaceSpans('\uFEFFa\nat: "x"\n', [
      { span: first, text: 'bb' },
      { span, text: '"y"' },
    ]),
  ).toBe('\uFEFFbb\nat: "y"\n');
});

it('chapters go into the episode’s page, and a second run updates only those it made', async () => {
  const page = '---\ntitle: One # kept\n---\nBody.\n';
  mkdirSync(join(folder, 'episodes'));
  writeFileSync(join(folder, 'episodes/one.md'), page);
  const lists = (title: string) => [
    { episode: 'one', chapters: [{ at: 0, title }], from: 'one.json' },
    { episode: 'none', chapters: [{ at: 0, title }], from: 'none.json' },
  ];
  const run = async (title: string, isDry = false) =>
    (await writeChapters(folder, lists(title), isDry)).changes.map(({ path, change }) => `${path} ${change}`);
  const read = () => readFileSync(join(folder, 'episodes/one.md'), 'utf8');
  expect(await run('A', true)).toEqual(['episodes/one.md#chapters new']);
  expect(read()).toBe(page);
  expect(await run('A')).toEqual(['episodes/one.md#chapters new']);
  expect(read()).toBe('---\ntitle: One # kept\nchapters:\n  - at: "0:00"\n    title: A\n---\nBody.\n');
  expect(await run('A')).toEqual(['episodes/one.md#chapters same']);
  expect(await run('B')).toEqual(['episodes/one.md#chapters updated']);
  writeFileSync(join(folder, 'episodes/one.md'), read().replace('title: B', 'title: By hand'));
  expect(await run('C')).toEqual(['episodes/one.md#chapters kept']);
  expect(read()).toContain('By hand');
  const { notices } = await writeChapters(folder, lists('C'), false);
  expect(notices).toEqual([
    { sort: 'skipped', from: 'none.json', message: 'no episode is called `none`: name the file like its page' },
  ]);
});
