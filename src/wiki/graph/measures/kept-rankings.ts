import type { NodeId } from '../../corpus/node.ts';
import type { CompactGraph } from '../compact-graph.ts';
import type { PageWords } from './page-words.ts';
import type { AskedRankings } from './related.ts';

/** All that `relatedMeasure` is made from, and so all that its answers depend on. */
export interface RankedPages {
  /** As links are written: without spoken topics, which follow from them. */
  readonly graph: CompactGraph;
  readonly words: PageWords;
  /** Which group each page is in. */
  readonly groups: readonly string[];
}

/**
 * What a build keeps about rankings: what they were made from, so that texts that stayed need not be read again, and what was asked, so
 * that the next build can tell which answers may have changed (`changed-rankings.ts`).
 */
export interface KeptRankings {
  readonly links: Pick<CompactGraph, 'sources' | 'targets' | 'types' | 'counts'>;
  readonly words: PageWords;
  readonly groups: readonly string[];
  /** As in `AskedRankings`. */
  readonly least: Float64Array;
  readonly worded: Uint32Array;
  readonly related: Float64Array;
  readonly nearest: Float64Array;
  readonly otherwise: Uint8Array;
}

/**
 * Puts together what to keep. `asked` has what each thread asked. Pages that nobody asked about again, because nothing they depend on
 * changed, keep what was known of them `before`; `moved` are the others, as `changedRankings` told. O(pages + links).
 */
export function keepRankings(
  pages: RankedPages,
  asked: readonly AskedRankings[],
  before?: KeptRankings,
  moved: ReadonlySet<NodeId> | 'all' = 'all',
): KeptRankings {
  const { ids } = pages.words;
  const nothing = () => new Float64Array(ids.length).fill(Number.NaN);
  const [least, related, nearest] = [nothing(), nothing(), nothing()];
  const otherwise = new Uint8Array(ids.length);
  const pairs = new Map<number, [number, number]>();
  const add = (known: Asked, stays: (row: number) => boolean) => {
    for (let row = 0; row < ids.length; row++) {
      if (!stays(row)) continue;
      least[row] = lesser(least[row] as number, known.least[row] as number);
      // The answer given last; of several threads it is the same.
      if (!Number.isNaN(known.related[row])) related[row] = known.related[row] as number;
      if (!Number.isNaN(known.nearest[row])) nearest[row] = known.nearest[row] as number;
      if (known.otherwise[row] === 1) otherwise[row] = 1;
    }
    for (const [one, other] of pairsIn(known.worded)) if (stays(one)) pairs.set(one * ids.length + other, [one, other]);
  };
  // Where not all moved, rows are what they were.
  if (before && moved !== 'all') add(before, (row) => !moved.has(ids[row] as NodeId));
  for (const known of asked) add(known, () => true);
  const { sources, targets, types, counts } = pages.graph;
  const byNumber = (left: number, right: number) => left - right;
  return {
    links: { sources, targets, types, counts },
    words: pages.words,
    groups: pages.groups,
    least,
    worded: Uint32Array.from([...pairs.keys()].sort(byNumber).flatMap((key) => pairs.get(key) ?? [])),
    related,
    nearest,
    otherwise,
  };
}

type Asked = Omit<AskedRankings, 'worded'> & { worded: ArrayLike<number> };

/** The lesser of two numbers, or the one that is a number. */
function lesser(one: number, other: number): number {
  return other < one || Number.isNaN(one) ? other : one;
}

/** Numbers that stand in pairs, one after the other. */
export function* pairsIn(numbers: ArrayLike<number>): Generator<[number, number]> {
  for (let at = 0; at + 1 < numbers.length; at += 2) yield [numbers[at] as number, numbers[at + 1] as number];
}
