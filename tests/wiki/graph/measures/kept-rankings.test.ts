import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../../src/wiki/corpus/node.ts';
import type { CompactGraph } from '../../../../src/wiki/graph/compact-graph.ts';
import { changedRankings } from '../../../../src/wiki/graph/measures/changed-rankings.ts';
import {
  type KeptRankings,
  keepRankings,
  type RankedPages,
} from '../../../../src/wiki/graph/measures/kept-rankings.ts';
import { type PageWords, pageWords } from '../../../../src/wiki/graph/measures/page-words.ts';
import { decodeRankings, encodeRankings } from '../../../../src/wiki/graph/measures/rankings-bytes.ts';
import { type RelatedMeasure, relatedMeasure } from '../../../../src/wiki/graph/measures/related.ts';
import { withSpokenTopics } from '../../../../src/wiki/graph/measures/spoken-topics.ts';
import { kinds } from '../../../../src/wiki/kinds/index.ts';
import { drawnGraph } from '../../../support/drawn-graph.ts';
import { saying } from '../../../support/drawn-words.ts';
import fc from '../../../support/property.ts';

/** More than have places in one ranking. */
const CONCEPTS = 140;
const CLAIMS = 20;
const IDS = [
  ...Array.from({ length: CLAIMS }, (_, index) => `claim:talk/${String(index).padStart(3, '0')}`),
  ...Array.from({ length: CONCEPTS }, (_, index) => `concept:${String(index).padStart(3, '0')}`),
];

type Texts = readonly string[];

/** Few words, most of them in few texts: one edit can change which are rare, and every text has many that are alike. */
const aWord = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((number) => `common${number}`),
  fc.integer({ min: 0, max: 60 }).map((number) => `word${number}`),
);
const aText = fc.array(aWord, { maxLength: 8 }).map((words) => words.join(' '));
const someTexts = fc.array(aText, { minLength: IDS.length, maxLength: IDS.length });
const someEdits = fc.array(fc.tuple(fc.nat(IDS.length - 1), aText), { minLength: 1, maxLength: 3 });
const someLinks = fc.array(
  fc
    .tuple(fc.nat(IDS.length - 1), fc.nat(IDS.length - 1))
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => `${IDS[from]} ${(IDS[from] as string).startsWith('claim') ? 'about' : 'links'} ${IDS[to]}`),
  { maxLength: 25 },
);

const groupsOf = (graph: CompactGraph) => graph.kinds.map((kind) => (kinds[kind].isTopic ? 'topic' : kind));

function pagesOf(graph: CompactGraph, texts: Texts, before?: PageWords): RankedPages {
  const said = saying(Object.fromEntries(graph.ids.map((id, row) => [id, texts[row] ?? ''])));
  return { graph, words: pageWords(said, before), groups: groupsOf(graph) };
}

const measureOf = ({ graph, words, groups }: RankedPages) => relatedMeasure(withSpokenTopics(graph), words, groups);

/** All that a page may ask: what is related, also among some only, why where no link says so, and what is nearest of the pages it is tied to. */
function answersOf({ graph }: RankedPages, measure: RelatedMeasure, row: number, isNarrow = true) {
  const related = measure.to(row, IDS.length);
  const few = isNarrow && measure.to(row, 4, (other) => other % 3 === 0);
  const ties = tiesOf(graph, row);
  const untied = related.slice(0, 6).filter(({ row: other }) => !ties.includes(other));
  return {
    related,
    few,
    words: untied.map(({ row: other }) => measure.sharedWords(row, other)),
    nearest: measure.nearest(row, ties),
  };
}

/** As the drawing of neighbours chooses them. */
function tiesOf(graph: CompactGraph, row: number): number[] {
  const isClaim = (other: number) => graph.kinds[other] === 'claim';
  const near = (of: number) => [...graph.neighbours.subarray(graph.offsets[of], graph.offsets[of + 1])];
  const ties = near(row).flatMap((other) => (isClaim(other) ? near(other).filter((next) => !isClaim(next)) : [other]));
  return [...new Set(ties)].filter((other) => other !== row);
}

function keptOf(
  pages: RankedPages,
  before?: KeptRankings,
  isNarrow = true,
): { kept: KeptRankings; changed: ReadonlySet<NodeId> | 'all' } {
  const changed = before ? changedRankings(before, pages) : 'all';
  const measure = measureOf(pages);
  for (const [row, id] of pages.graph.ids.entries()) {
    if (changed === 'all' || changed.has(id)) answersOf(pages, measure, row, isNarrow);
  }
  return { kept: keepRankings(pages, [measure.asked], before, changed), changed };
}

describe('rankings an edit may have changed', () => {
  it('are all that it has changed, one edit after the other', () => {
    fc.assert(
      fc.property(
        someTexts,
        someLinks,
        fc.array(someEdits, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (first, links, rounds, isNarrow) => {
          const graph = drawnGraph(links, IDS);
          let texts = [...first];
          let { kept } = keptOf(pagesOf(graph, texts), undefined, isNarrow);
          for (const edits of rounds) {
            const old = pagesOf(graph, texts);
            texts = [...texts];
            for (const [row, text] of edits) texts[row] = text;
            const now = pagesOf(graph, texts, kept.words);
            const round = keptOf(now, decodeRankings(encodeRankings(kept)), isNarrow);
            if (round.changed === 'all') throw new Error('no link changed');
            const clean = pagesOf(graph, texts);
            const [before, after] = [measureOf(old), measureOf(clean)];
            for (const [row, id] of graph.ids.entries()) {
              if (round.changed.has(id)) continue;
              expect([id, answersOf(clean, after, row, isNarrow)]).toEqual([id, answersOf(old, before, row, isNarrow)]);
            }
            // What is kept is what a build of everything would keep, but that it knows of earlier questions too.
            kept = round.kept;
            const { kept: whole } = keptOf(clean, undefined, isNarrow);
            for (const [row, least] of whole.least.entries()) expect(kept.least[row]).toBeLessThanOrEqual(least);
          }
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });

  const graph = drawnGraph(['concept:001 links concept:002', 'concept:003 links concept:004'], IDS);
  const texts = IDS.map((_, index) => `word${index % 11} word${index % 7} number${index} common`);
  const edit = (id: string, text: string) => texts.map((before, row) => (graph.ids[row] === id ? text : before));

  it('are few: those the text is alike to, and its own', () => {
    const { kept } = keptOf(pagesOf(graph, texts));
    const lonely = changedRankings(kept, pagesOf(graph, edit('concept:050', 'whale song'), kept.words));
    expect(lonely).not.toBe('all');
    expect(lonely).toContain('concept:050');
    // The words it had are on other steps now, for those that have them.
    expect(lonely).not.toContain('claim:talk/001');
    expect(changedRankings(kept, pagesOf(graph, texts, kept.words))).toEqual(new Set());
    const same = changedRankings(kept, pagesOf(graph, texts));
    expect(same).toEqual(new Set());
  });

  it('of claims are those of claims alone', () => {
    const { kept } = keptOf(pagesOf(graph, texts));
    const changed = changedRankings(kept, pagesOf(graph, edit('claim:talk/004', 'common word1 word2'), kept.words));
    expect([...(changed as Set<NodeId>)].every((id) => id.startsWith('claim:'))).toBe(true);
  });

  it('are those of pages that it is tied to, however little it says, and of those that show the words they share', () => {
    // A hundred and more say more of what 000 speaks of than 001, 002 and 005 do.
    const said: Record<string, string> = { '001': 'tide of many more words', '002': 'whale', '005': 'tide at sea' };
    const often = IDS.map((id) => said[id.slice(-3)] ?? 'flow tide');
    const links = ['000 links 001', '000 links 002', '000 links 003', '003 links 004', '004 links 005'];
    const drawn = drawnGraph(
      links.map((line) => line.replaceAll(/\d+/g, 'concept:$&')),
      IDS,
    );
    const pages = pagesOf(drawn, often);
    const { kept } = keptOf(pages, undefined, false);
    const after = (id: string, text: string) => {
      const now = pagesOf(
        drawn,
        often.map((one, row) => (drawn.ids[row] === `concept:${id}` ? text : one)),
        kept.words,
      );
      const answers = [pages, now].map((one) => answersOf(one, measureOf(one), CLAIMS, false));
      return { changed: changedRankings(kept, now), answers };
    };
    // Nearest: 002 passes 001.
    const tied = after('002', 'tide whale');
    expect(tied.answers[1]?.nearest).not.toEqual(tied.answers[0]?.nearest);
    expect(tied.answers[1]?.related).toEqual(tied.answers[0]?.related);
    expect(tied.changed).toContain('concept:000');
    // 005 is three links away, which is no reason to be told: it shares a word.
    const worded = after('005', 'whale at sea');
    expect(worded.answers[1]?.words).not.toEqual(worded.answers[0]?.words);
    expect(worded.answers[1]?.related).toEqual(worded.answers[0]?.related);
    expect(worded.changed).toContain('concept:000');
  });

  it('are all when links change, or pages come', () => {
    const { kept } = keptOf(pagesOf(graph, texts));
    expect(changedRankings(kept, pagesOf(drawnGraph(['concept:001 links concept:002'], IDS), texts))).toBe('all');
    expect(changedRankings(kept, pagesOf(drawnGraph([], [...IDS, 'concept:new']), [...texts, '']))).toBe('all');
  });

  it('are those of pages nobody asked about too', () => {
    const pages = pagesOf(graph, texts);
    const kept = keepRankings(pages, [measureOf(pages).asked]);
    const changed = changedRankings(kept, pagesOf(graph, edit('concept:050', 'whale'), kept.words)) as Set<NodeId>;
    expect(changed.size).toBe(CONCEPTS);
  });
});

describe('what is kept', () => {
  const rankings = () =>
    fc.tuple(someTexts, someLinks).map(([texts, links]) => keptOf(pagesOf(drawnGraph(links, IDS), texts)).kept);

  it('comes back from its bytes', () => {
    fc.assert(
      fc.property(rankings(), (kept) => {
        const bytes = encodeRankings(kept);
        const again = decodeRankings(bytes) as KeptRankings;
        expect({ ...again, words: undefined }).toEqual({ ...kept, words: undefined });
        expect(textsOf(again.words)).toEqual(textsOf(kept.words));
        expect(encodeRankings(again)).toEqual(bytes);
        // As a part of other bytes, wherever it begins there.
        const part = new Uint8Array(bytes.length + 3);
        part.set(bytes, 3);
        expect(encodeRankings(decodeRankings(part.subarray(3)) as KeptRankings)).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
  });

  it('is nothing when a byte of it is another, or missing', () => {
    const kept = fc.sample(rankings(), 1)[0] as KeptRankings;
    const bytes = encodeRankings(kept);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flips) => {
        const damaged = bytes.slice();
        (damaged[at] as number) ^= flips;
        expect(decodeRankings(damaged)).toBeUndefined();
        expect(decodeRankings(bytes.slice(0, at))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    expect(decodeRankings(new Uint8Array())).toBeUndefined();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (any) => decodeRankings(any) === undefined));
  });

  it('has the bytes of a build from nothing, whatever was read before', () => {
    const graph = drawnGraph([], IDS);
    const [one, other] = fc.sample(fc.tuple(someTexts, someTexts), 1)[0] as [Texts, Texts];
    const { kept } = keptOf(pagesOf(graph, one));
    expect(encodeRankings(keptOf(pagesOf(graph, other, kept.words)).kept)).toEqual(
      encodeRankings(keptOf(pagesOf(graph, other)).kept),
    );
  });

  it('is put together from what several threads asked', () => {
    const graph = drawnGraph([], IDS);
    const texts = fc.sample(someTexts, 1)[0] as Texts;
    const pages = pagesOf(graph, texts);
    const threads = [measureOf(pages), measureOf(pagesOf(graph, texts))];
    for (const row of graph.ids.keys()) answersOf(pages, threads[row % 2] as RelatedMeasure, row);
    const kept = keepRankings(
      pages,
      threads.map((thread) => thread.asked),
    );
    expect(kept).toEqual(keptOf(pages).kept);
  });
});

/** Each page's words as written and counted. */
function textsOf({ ids, prints, offsets, forms, words, counts, vocabulary }: PageWords) {
  return ids.map((id, row) => ({
    id,
    print: prints[row],
    words: [...forms.subarray(offsets[row], offsets[row + 1])].map((form, place) => {
      const entry = (offsets[row] as number) + place;
      return [vocabulary.forms[form], vocabulary.stems[words[entry] as number], counts[entry]];
    }),
  }));
}
