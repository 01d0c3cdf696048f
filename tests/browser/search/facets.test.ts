import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/browser/search/engine.ts';
import { shownFacets } from '../../../src/browser/search/facet-panel.ts';
import { createFacetReader } from '../../../src/browser/search/facets.ts';
import { type Column, encodeFacet, recordId } from '../../../src/wiki/views/contracts/search-facets.ts';

const FILES = {
  type: encodeFacet({ pages: [['concept'], ['guest'], ['concept']], claims: [['claim'], ['claim']] }),
  year: encodeFacet({ pages: [['2023'], [], ['2024']], claims: [['2024'], ['2023']] }),
  guest: encodeFacet({ pages: [[], ['ada'], []], claims: [['ada'], ['zoe', 'ada']] }, (key) =>
    key === 'ada' ? 'Ada Lovelace' : 'Zoe',
  ),
};
const hit = (index: Hit['index'], row: number): Hit => ({
  index,
  id: recordId(row),
  score: 1,
  load: () => Promise.reject(new Error('not asked for')),
});
const HITS = [hit('pages', 0), hit('pages', 1), hit('pages', 2), hit('claims', 0), hit('claims', 1)];
const brief = (hits: readonly Hit[]) => hits.map(({ index, id }) => `${index} ${id}`);

function reader() {
  const asked: Column[] = [];
  let fails = false;
  const made = createFacetReader(async (column) => {
    asked.push(column);
    if (fails) throw new Error('no line');
    return FILES[column as keyof typeof FILES];
  });
  const failing = (value: boolean) => {
    fails = value;
  };
  return { made, asked, failing };
}

describe('facets', () => {
  it('are fetched when they are asked for, once, and again after a failure', async () => {
    const { made, asked, failing } = reader();
    expect(made.has('year')).toBe(false);
    expect(made.counts(HITS, {}, 'year')).toEqual([]);
    failing(true);
    await expect(made.load(['year'])).rejects.toThrow('no line');
    failing(false);
    await Promise.all([made.load(['year', 'type']), made.load(['year'])]);
    expect(asked).toEqual(['year', 'year', 'type']);
    expect(made.has('year')).toBe(true);
  });

  it('leave what has any of the values of each facet', async () => {
    const { made } = reader();
    await made.load(['type', 'year', 'guest']);
    expect(made.filter(HITS, {})).toBe(HITS);
    expect(brief(made.filter(HITS, { type: ['concept', 'claim'], year: ['2024'] }))).toEqual(['pages 2', 'claims 0']);
    expect(brief(made.filter(HITS, { guest: ['zoe'] }))).toEqual(['claims 1']);
    expect(made.filter(HITS, { guest: ['nobody'] })).toEqual([]);
  });

  it('count what each value would leave, their own choice aside, the most first', async () => {
    const { made } = reader();
    await made.load(['type', 'year', 'guest']);
    expect(made.counts(HITS, { year: ['2023'] }, 'type')).toEqual([
      { key: 'claim', label: 'claim', count: 1, chosen: false },
      { key: 'concept', label: 'concept', count: 1, chosen: false },
    ]);
    expect(made.counts(HITS, { guest: ['nobody'] }, 'guest')).toEqual([
      { key: 'ada', label: 'Ada Lovelace', count: 3, chosen: false },
      { key: 'zoe', label: 'Zoe', count: 1, chosen: false },
      { key: 'nobody', label: 'nobody', count: 0, chosen: true },
    ]);
  });

  it('of a thousand values and more wait to be opened, unless one is chosen', () => {
    const sizes = { type: 10, guest: 1000, concept: 1001, option: 5000 };
    expect(shownFacets(sizes, {})).toEqual(['type', 'guest']);
    expect(shownFacets(sizes, { concept: ['rag'] })).toEqual(['type', 'guest', 'concept']);
  });
});
