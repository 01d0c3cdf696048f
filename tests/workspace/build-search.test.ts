import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateContent } from '../../scripts/generate-content.ts';
import type { FacetTable } from '../../src/wiki/views/contracts/search-facets.ts';
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

  const table = JSON.parse(first['claims/facets.json'] ?? '') as FacetTable;
  const claims = context.wiki.graph.ofKind('claim').length;
  expect(table.ids.length).toBe(claims * table.idLength);
  const ids = table.ids.match(new RegExp(`.{${table.idLength}}`, 'g')) ?? [];
  expect(new Set(ids).size).toBe(claims);
});

it('makes an index of nothing', async () => {
  const out = join(folder, 'none', 'out');
  const job = await startSearchIndex(viewContext(compile({}), '/', plainHighlight), join(folder, 'none'), out);
  await job.finished;
  expect(Object.keys(await readFiles(out))).toContain('names/names.json');
});
