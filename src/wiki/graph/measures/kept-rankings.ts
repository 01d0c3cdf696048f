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
}

/**
 * Puts together what to keep. `asked` has what each thread asked. Pages that nobody asked about again, because nothing they depend on
 * changed, keep what was known of them `before`; `changed` are the others, as `changedRankings` told. O(pages + links).
 */
export function keepRankings(
  pages: RankedPages,
  asked: readonly AskedRankings[],
  before?: KeptRankings,
  changed: ReadonlySet<NodeId> | 'all' = 'all',
): KeptRankings {
  const { ids } = pages.words;
  const least = new Float64Array(ids.length).fill(Number.NaN);
  const pairs = new Map<number, [number, number]>();
  const lower = (row: number, score: number) => {
    const known = least[row] as number;
    if (!Number.isNaN(score)) least[row] = Number.isNaN(known) ? score : Math.min(known, score);
  };
  const pair = (one: number, other: number) => pairs.set(one * ids.length + other, [one, other]);
  for (const known of asked) {
    for (const [row, score] of known.least.entries()) lower(row, score);
    for (const [one, other] of pairsIn(known.worded)) pair(one, other);
  }
  if (before && changed !== 'all') {
    const rowOf = new Map(ids.map((id, row) => [id, row]));
    const stays = before.words.ids.map((id) => (changed.has(id) ? undefined : rowOf.get(id)));
    for (const [old, row] of stays.entries()) if (row !== undefined) lower(row, before.least[old] as number);
    for (const [old, oldOther] of pairsIn(before.worded)) {
      const [one, other] = [stays[old], rowOf.get(before.words.ids[oldOther] as NodeId)];
      if (one !== undefined && other !== undefined) pair(one, other);
    }
  }
  const { sources, targets, types, counts } = pages.graph;
  return {
    links: { sources, targets, types, counts },
    words: pages.words,
    groups: pages.groups,
    least,
    worded: Uint32Array.from(
      [...pairs.keys()].sort((left, right) => left - right).flatMap((key) => pairs.get(key) ?? []),
    ),
  };
}

/** Numbers that stand in pairs, one after the other. */
export function* pairsIn(numbers: ArrayLike<number>): Generator<[number, number]> {
  for (let at = 0; at + 1 < numbers.length; at += 2) yield [numbers[at] as number, numbers[at + 1] as number];
}
