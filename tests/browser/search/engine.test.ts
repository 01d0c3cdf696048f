import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSearchOnDisk } from '../../../scripts/bench/search/node-search.ts';
import type { Search } from '../../../src/browser/search/open-search.ts';
import { MAX_QUERY_LENGTH } from '../../../src/browser/search/parse-query.ts';
import { loadResults } from '../../../src/browser/search/results.ts';
import { SOUND } from '../../../src/wiki/rules/examples.ts';
import { plainHighlight } from '../../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { startSearchIndex } from '../../../src/workspace/build-search.ts';
import { compile } from '../../support/check.ts';

const page = (title: string, summary: string, body = 'Words.') =>
  `---\ntitle: ${title}\nsummary: ${summary}\n---\n${body}\n`;
const FILES = {
  ...SOUND,
  'concepts/c-plus-plus.md': page('C++', 'A language with templates.'),
  'concepts/c-sharp.md': page('C#', 'A language from Redmond.'),
  'concepts/dot-net.md': page('.NET', 'A platform.'),
  'concepts/a-b-testing.md': page('A/B testing', 'Two variants, one metric.'),
  'concepts/k-nn.md': page('k-NN', 'Neighbours vote.'),
  'concepts/zh.md': page('向量数据库', '用于语义搜索的数据库。'),
  'concepts/de.md': page('Datenqualität', 'Ob Daten taugen.'),
  'concepts/compound.md': page('Vektordatenbanken', 'Was nahe liegt.', 'Eine Datenbank.'),
  'concepts/fruit.md': page('Fruit', 'An emoji 🍊 and crème brûlée.'),
  'concepts/end.md': page('Sentences that end in a battery', 'What matters is memory.', 'It took a year of subsidy.'),
  'concepts/quiet.md': page('Quiet', 'Nothing.', 'Here stands zyzzyva, once.'),
};

let folder: string;
let search: Search;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-engine-'));
  const job = await startSearchIndex(viewContext(compile(FILES), '/', plainHighlight), folder, join(folder, 'out'));
  await job.finished;
  search = await openSearchOnDisk(join(folder, 'out'), 'en');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function paths(query: string): Promise<string[]> {
  return (await loadResults(await search.engine.search(query), search.pathOf, 0, 10)).map((result) => result.path);
}

describe('search', () => {
  it.each([
    ['C++', 'concepts/c-plus-plus/'],
    ['c#', 'concepts/c-sharp/'],
    ['.NET', 'concepts/dot-net/'],
    ['A/B', 'concepts/a-b-testing/'],
    ['k-NN', 'concepts/k-nn/'],
    ['knn', 'concepts/k-nn/'],
    ['语义搜索', 'concepts/zh/'],
    ['数据库', 'concepts/zh/'],
    ['🍊', 'concepts/fruit/'],
    ['creme brulee', 'concepts/fruit/'],
    ['zyzzyva', 'concepts/quiet/'],
    ['memory', 'concepts/end/'],
    ['subsidy', 'concepts/end/'],
    ['battery', 'concepts/end/'],
    ['who wrote sentences that end in a battery and why?', 'concepts/end/'],
    ['daten', 'concepts/de/'],
    ['qualität', 'concepts/de/'],
    ['datenbank', 'concepts/compound/'],
    ['templates language', 'concepts/c-plus-plus/'],
  ])('%s finds %s first', async (query, expected) => {
    expect((await paths(query))[0]).toBe(expected);
  });

  it('finds every claim by its own words', async () => {
    for (const claim of compile(FILES).graph.ofKind('claim')) {
      expect(await paths(claim.data.text)).toContain(`claims/${claim.slug}/`);
    }
  });

  it('finds nothing in nothing', async () => {
    expect(await paths('')).toEqual([]);
    expect(await paths('xqzjvk')).toEqual([]);
  });

  it('answers anything without throwing', async () => {
    const hostile = [
      '"',
      '(((',
      '.*',
      '[a-',
      '\\',
      '<b>',
      '\u0000'.repeat(50),
      'x'.repeat(10_240),
      '"a" "b',
      '% _ \u202e',
    ];
    for (const query of hostile) {
      const answer = await search.engine.search(query);
      expect(answer.query.text.length).toBeLessThanOrEqual(MAX_QUERY_LENGTH);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (query) => {
        await search.engine.search(query);
      }),
      { numRuns: 60, seed: 8 },
    );
  });
});
