import { readFileSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateContent } from '../../scripts/generate-content.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { recordId } from '../../src/wiki/views/contracts/search-facets.ts';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../src/wiki/views/view-context.ts';
import { startSearchIndex } from '../../src/workspace/build-search.ts';
import { compile } from '../support/check.ts';
import { readFiles } from '../support/files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-search-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function indexOf(name: string) {
  const context = viewContext(compile(generateContent({ pages: 300 })), '/', plainHighlight);
  const out = join(folder, name, 'out');
  const job = await startSearchIndex(context, join(folder, name), out);
  await job.finished;
  return { context, files: await readFiles(out) };
}

it('gives the same files, byte for byte, for the same content', async () => {
  const [{ context, files: first }, { files: second }] = [await indexOf('a'), await indexOf('b')];
  const records = Object.keys(first).filter((path) => path.endsWith('.pf_fragment'));
  expect(records.length).toBeGreaterThan(context.wiki.graph.nodes.length / 10);
  expect(Object.keys(second)).toEqual(Object.keys(first));
  expect(Object.keys(first).filter((path) => first[path] !== second[path])).toEqual([]);

  // Every record is found under its number, once, in a file that is named after what is in it.
  for (const [index, kind] of [
    ['claims', 'claim'],
    ['pages', undefined],
  ] as const) {
    const ids = records
      .filter((path) => path.startsWith(`${index}/`))
      .flatMap((path) =>
        Object.keys(JSON.parse(gunzipSync(readFileSync(join(folder, 'a', 'out', path))).toString('utf8', 12))),
      );
    const count = context.wiki.graph.nodes.filter((node) => (node.kind === 'claim') === (kind === 'claim')).length;
    expect(new Set(ids)).toEqual(new Set(Array.from({ length: count }, (_, row) => `en_${recordId(row)}`)));
    expect(ids).toHaveLength(count);
  }
});

it('makes an index of nothing', async () => {
  const out = join(folder, 'none', 'out');
  const job = await startSearchIndex(viewContext(compile({}), '/', plainHighlight), join(folder, 'none'), out);
  await job.finished;
  expect(Object.keys(await readFiles(out))).toContain('names/names.json');
});

it('takes each index that was made of the same, and makes the others', async () => {
  const kept = join(folder, 'kept');
  const build = async (name: string, files: Files) => {
    const out = join(folder, name, 'out');
    const context = viewContext(compile(files), '/', plainHighlight);
    const job = await startSearchIndex(context, join(folder, name), out, { kept });
    await job.finished;
    return readFiles(out);
  };
  const files = generateContent({ pages: 60 });
  const [page] = Object.keys(files).filter((path) => path.startsWith('concepts/'));
  const edited = { ...files, [page as string]: `${files[page as string]}\nA harpsichord more.\n` };
  const first = await build('kept-first', files);
  const keys = async () => Promise.all(['pages', 'claims', 'passages'].map((name) => stat(join(kept, name))));
  const before = (await keys()).map(({ ino }) => ino);
  expect(await build('kept-again', files)).toEqual(first);
  expect((await keys()).map(({ ino }) => ino)).toEqual(before);

  const fresh = join(folder, 'edited', 'out');
  await (await startSearchIndex(viewContext(compile(edited), '/', plainHighlight), join(folder, 'edited'), fresh))
    .finished;
  expect(await build('kept-edited', edited)).toEqual(await readFiles(fresh));
  // The prose of a page is none of what claims are found by.
  const after = (await keys()).map(({ ino }) => ino);
  expect(after.map((ino, index) => ino === before[index])).toEqual([false, true, true]);

  await writeFile(join(kept, 'claims'), 'not what was kept');
  expect(await build('kept-damaged', files)).toEqual(first);
});
