import { describe, expect, it } from 'vitest';
import type { CompactGraph } from '../../../../src/wiki/graph/compact-graph.ts';
import { textIndex } from '../../../../src/wiki/graph/measures/bm25.ts';
import { edgeWeights } from '../../../../src/wiki/graph/measures/edge-weights.ts';
import { personalisedPageRank } from '../../../../src/wiki/graph/measures/personalised-pagerank.ts';
import { MAX_PLACE, rankFusion } from '../../../../src/wiki/graph/measures/rank-fusion.ts';
import { relatedMeasure } from '../../../../src/wiki/graph/measures/related.ts';
import { reasonsBetween } from '../../../../src/wiki/graph/measures/related-reasons.ts';
import { addShortWalk } from '../../../../src/wiki/graph/measures/short-walk.ts';
import { SparseScores } from '../../../../src/wiki/graph/measures/sparse-scores.ts';
import { SPEAKS_ABOUT, withSpokenTopics } from '../../../../src/wiki/graph/measures/spoken-topics.ts';
import { drawnGraph, randomLines } from '../../../support/drawn-graph.ts';
import { drawnWords } from '../../../support/drawn-words.ts';
import fc from '../../../support/property.ts';

const rowIn = (graph: CompactGraph, id: string) => graph.ids.findIndex((known) => known.endsWith(`:${id}`));
const wordless = (graph: CompactGraph) =>
  drawnWords(
    graph.ids.map(() => ''),
    graph.ids,
  );
const named = (graph: CompactGraph, scores: SparseScores) =>
  Object.fromEntries(scores.list().map((row) => [graph.ids[row]?.split(':')[1], scores.scores[row]]));

describe('a short walk', () => {
  it('shares a middle among its links, parallel ones apart, and stays with a quarter', () => {
    // x is touched by a twice, by b and c once: four links. d is linked from a directly.
    const graph = drawnGraph(['a links x', 'a broader x', 'b links x', 'c links x', 'a links d']);
    const scores = new SparseScores(graph.ids.length);
    addShortWalk(graph, rowIn(graph, 'a'), scores);
    expect(named(graph, scores)).toEqual({ x: 1 / 2, b: 2 / 4, c: 2 / 4, d: 1 / 4 });
  });
});

describe('personalised PageRank', () => {
  it('is what the equations say on a path of three', () => {
    // From an end: a = 0.15 + 0.85·b/2, b = 0.85·(a + c), c = 0.85·b/2.
    const graph = drawnGraph(['a links b', 'b links c']);
    const scores = new SparseScores(3);
    personalisedPageRank(graph, new Float64Array([1, 1]), 1e-12)(0, scores);
    const b = (0.85 * 0.15) / (1 - 0.85 ** 2);
    expect(scores.scores[1]).toBeCloseTo(b, 8);
    expect(scores.scores[0]).toBeCloseTo(0.15 + (0.85 * b) / 2, 8);
    expect(scores.scores[2]).toBeCloseTo((0.85 * b) / 2, 8);
  });

  it('never hands out more than one', () => {
    fc.assert(
      fc.property(randomLines(), ({ lines }) => {
        const graph = drawnGraph(lines, ['z']);
        const walk = personalisedPageRank(graph, edgeWeights(graph));
        for (const row of graph.ids.keys()) {
          const scores = new SparseScores(graph.ids.length);
          walk(row, scores);
          expect(scores.scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe('texts that are alike', () => {
  const words = drawnWords(['ebb flow flow', 'flow tide', 'tide wave wave']);
  const rows = [0, 1, 2];

  it('score as the formula says, in whole units', () => {
    const scores = new SparseScores(3);
    textIndex(words, rows).addAlike(0, scores);
    // "flow" is in 2 of 3 texts, twice in the query; text 1 has 2 words. The mean of 8/3 words is 43 sixteenths, on the step from 39 to 45.
    const idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
    const share = 2.2 / (1 + 1.2 * (0.25 + (0.75 * 2 * 16) / Math.sqrt(39 * 45)));
    expect(scores.scores[1]).toBe(2 * Math.ceil(2 ** 20 * idf * share));
    expect(scores.list()).toEqual([1]);
  });

  it('say which words they share, as the first of them writes them', () => {
    const own = drawnWords(['Flowing tides', 'the tide flows, and flowed', 'whales']);
    expect(textIndex(own, rows).sharedWords(0, 1)).toEqual(['flowing', 'tides']);
    expect(textIndex(own, rows).sharedWords(1, 0)).toEqual(['flows', 'tide']);
    expect(textIndex(own, rows).sharedWords(0, 2)).toEqual([]);
  });

  it('read no more of the index than they may, rare words first, then by letters', () => {
    const own = drawnWords(['ebb flow tide', 'flow', 'tide', 'flow', 'tide ebb']);
    const found = (most: number) => {
      const scores = new SparseScores(5);
      textIndex(own, [0, 1, 2, 3, 4], most).addAlike(0, scores);
      return scores.list();
    };
    // Two texts have "ebb"; three have "flow", and three "tide".
    expect(found(1)).toEqual([]);
    expect(found(2)).toEqual([4]);
    expect(found(5)).toEqual([4, 1, 3]);
    expect(found(7)).toEqual([4, 1, 3]);
    expect(found(8)).toEqual([4, 1, 3, 2]);
  });

  it('are as alike as they were when other texts change a little', () => {
    const others = Array.from({ length: 200 }, (_, index) => `ebb flow number${index}`);
    const likeness = (texts: string[]) => {
      const scores = new SparseScores(texts.length);
      const own = drawnWords(texts);
      textIndex(own, [...texts.keys()]).addAlike(0, scores);
      return scores.scores[1];
    };
    const texts = ['flow of tides', 'tides that flow', ...others];
    expect(likeness(texts)).toBeGreaterThan(0);
    expect(likeness(['flow of tides', 'tides that flow', 'flow', ...others])).toBe(likeness(texts));
    expect(likeness(['flow of tides', 'tides that flow', ...others.slice(1)])).toBe(likeness(texts));
  });
});

describe('places', () => {
  it('are shared by equals, and worth nothing behind the last', () => {
    const ranking = new SparseScores(300);
    for (let row = 0; row < 300; row++) ranking.add(row, row < 2 ? 500 : 400 - row);
    const fused = new SparseScores(300);
    rankFusion(300)(ranking, new Uint8Array(300).fill(1), fused);
    expect(fused.scores[0]).toBe(1 / 61.5);
    expect(fused.scores[1]).toBe(1 / 61.5);
    expect(fused.scores[2]).toBe(1 / 63);
    expect(fused.count).toBe(MAX_PLACE);
  });

  it('are those of a full sort', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 400 }), (values) => {
        const ranking = new SparseScores(values.length);
        for (const [row, value] of values.entries()) ranking.add(row, value);
        const fused = new SparseScores(values.length);
        rankFusion(values.length)(ranking, new Uint8Array(values.length).fill(1), fused);
        for (const [row, value] of values.entries()) {
          const better = values.filter((other) => other > value).length;
          const place = better + (values.filter((other) => other === value).length + 1) / 2;
          expect(fused.scores[row]).toBe(place <= MAX_PLACE ? 1 / (60 + place) : 0);
        }
      }),
    );
  });
});

describe('related pages', () => {
  const groups = (graph: CompactGraph) => graph.kinds.map((kind) => (kind === 'concept' ? 'topic' : kind));
  const related = (graph: CompactGraph, id: string) =>
    relatedMeasure(withSpokenTopics(graph), wordless(graph), groups(graph))
      .to(rowIn(graph, id), 10)
      .map(({ row }) => graph.ids[row]);

  it('are those that claims tie, before those a hub does', () => {
    const graph = drawnGraph([
      'claim:t/1 about a',
      'claim:t/1 about b',
      'claim:t/2 about a',
      'claim:t/2 about b',
      'a links hub',
      'c links hub',
      'd links hub',
      'e links hub',
    ]);
    const found = related(graph, 'a');
    expect(found.indexOf('concept:b')).toBeLessThan(found.indexOf('concept:c'));
    expect(found).toContain('concept:c');
  });

  it('of a guest are guests who speak about the same', () => {
    const graph = drawnGraph([
      'claim:t/1 by guest:x',
      'claim:t/1 about a',
      'claim:u/1 by guest:y',
      'claim:u/1 about a',
      'claim:v/1 by guest:z',
      'claim:v/1 about b',
    ]);
    expect(related(graph, 'x')).toEqual(['guest:y']);
  });

  it('of a page without links are those whose words are alike; of a page with nothing, none', () => {
    const graph = drawnGraph([], ['a', 'b', 'c', 'd']);
    const words = drawnWords(['one two', 'two three', 'four', ''], graph.ids);
    const measure = relatedMeasure(graph, words, groups(graph));
    expect(measure.to(0, 10).map(({ row }) => row)).toEqual([1]);
    expect(measure.sharedWords(0, 1)).toEqual(['two']);
    expect(measure.to(3, 10)).toEqual([]);
    expect(relatedMeasure(drawnGraph([]), drawnWords([]), []).sharedWords).toBeTypeOf('function');
  });

  it('say which place was the last that counted, the least over all questions', () => {
    const graph = drawnGraph(
      [],
      Array.from({ length: 150 }, (_, index) => `n${String(index).padStart(3, '0')}`),
    );
    const words = drawnWords(
      graph.ids.map((_, row) => `whale ${'song '.repeat(row)}`),
      graph.ids,
    );
    const measure = relatedMeasure(graph, words, groups(graph));
    const scores = new SparseScores(150);
    textIndex(words, [...graph.ids.keys()]).addAlike(0, scores);
    const order = [...scores.scores].sort((left, right) => right - left);
    expect(measure.asked.least[0]).toBeNaN();
    measure.to(0, 6, (row) => row < 140);
    // The places of rows from 140 on are free for the ten that follow.
    expect(
      scores.list().filter((row) => row < 140 && (scores.scores[row] as number) > (measure.asked.least[0] as number))
        .length,
    ).toBeLessThan(MAX_PLACE);
    expect(measure.asked.least[0]).toBeLessThanOrEqual(order[MAX_PLACE - 1] as number);
    expect(measure.asked.least[0]).toBeGreaterThan(0);
    measure.to(0, 6, (row) => row < 50);
    expect(measure.asked.least[0]).toBe(0);
    measure.to(0, 6);
    expect(measure.asked.least[0]).toBe(0);
    expect(measure.asked.least[1]).toBeNaN();
  });

  it('are never the page itself, stay in their group, and do not depend on what was asked before', () => {
    fc.assert(
      fc.property(randomLines(), ({ lines, alone }) => {
        const graph = drawnGraph(lines, alone);
        const make = () => relatedMeasure(withSpokenTopics(graph), wordless(graph), groups(graph));
        const again = make();
        for (const row of graph.ids.keys()) {
          const found = again.to(row, 5);
          expect(found).toEqual(make().to(row, 5));
          for (const one of found) {
            expect(one.row).not.toBe(row);
            expect(groups(graph)[one.row]).toBe(groups(graph)[row]);
          }
        }
      }),
    );
  });
});

describe('reasons', () => {
  const graph = withSpokenTopics(
    drawnGraph([
      'claim:t/1 about a',
      'claim:t/1 about b',
      'claim:t/1 by guest:x',
      'claim:u/1 about a',
      'claim:u/1 speaksFor b',
      'claim:u/1 by guest:y',
      'a judgedBy criterion:cost',
      'b judgedBy criterion:cost',
      'comparison:c compares a',
      'comparison:c compares b',
      'a links b',
    ]),
  );
  const between = (one: string, other: string) => reasonsBetween(graph, rowIn(graph, one), rowIn(graph, other));

  it('count claims and their guests, and group pages in the middle by how both are tied to them', () => {
    const said = between('a', 'b').map(({ weight, ...reason }) => reason);
    const rows = (...ids: string[]) => ids.map((id) => rowIn(graph, id));
    expect(said).toContainEqual({ sort: 'link', type: 'links', isForward: true });
    expect(said).toContainEqual({ sort: 'claims', claims: 2, guests: 2 });
    expect(said).toContainEqual({ sort: 'middles', type: 'judgedBy', isForward: true, middles: rows('cost') });
    expect(said).toContainEqual({ sort: 'middles', type: 'compares', isForward: false, middles: rows('c') });
    expect(said).toContainEqual({ sort: 'middles', type: 'spoken', isForward: false, middles: rows('x', 'y') });
  });

  it('turn with the pages', () => {
    expect(between('b', 'a')).toContainEqual({ sort: 'link', type: 'links', isForward: false, weight: 1 });
  });

  it('are none between strangers', () => {
    const strangers = drawnGraph(['a links b', 'c links d']);
    expect(reasonsBetween(strangers, 0, 2)).toEqual([]);
  });
});

describe('what guests speak about', () => {
  it('is what their claims are about, counted', () => {
    const graph = withSpokenTopics(
      drawnGraph(['claim:t/1 by guest:x', 'claim:t/1 about a', 'claim:t/2 by guest:x', 'claim:t/2 about a']),
    );
    const spoken = [...graph.types].indexOf(SPEAKS_ABOUT);
    expect(graph.ids[graph.sources[spoken] as number]).toBe('guest:x');
    expect(graph.ids[graph.targets[spoken] as number]).toBe('concept:a');
    expect(graph.counts[spoken]).toBe(2);
  });
});
