import type { NodeId } from '../../corpus/node.ts';
import type { CompactGraph } from '../compact-graph.ts';
import type { PageWords } from './page-words.ts';
import { type AskedRankings, WAYS } from './related.ts';

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
  readonly ways: Uint8Array;
  readonly answers: Uint32Array;
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
  const least = new Float64Array(ids.length).fill(Number.NaN);
  const ways = new Uint8Array(ids.length);
  const answers = new Map<number, ArrayLike<number>>();
  const pairs = new Map<number, [number, number]>();
  const add = (known: Asked, stays: (row: number) => boolean) => {
    for (const [row, score] of known.least.entries()) {
      if (Number.isNaN(score) || !stays(row)) continue;
      const other = least[row] as number;
      least[row] = Number.isNaN(other) ? score : Math.min(other, score);
      ways[row] = Math.max(ways[row] as number, known.ways[row] as number);
    }
    for (const [one, other] of pairsIn(known.worded)) if (stays(one)) pairs.set(one * ids.length + other, [one, other]);
    for (const answer of answersIn(known.answers))
      if (stays(answer[0] as number)) answers.set(answer[0] as number, answer);
  };
  // Where not all moved, rows are what they were.
  if (before && moved !== 'all') add(before, (row) => !moved.has(ids[row] as NodeId));
  for (const known of asked) add(known, () => true);
  const { sources, targets, types, counts } = pages.graph;
  const byNumber = (left: number, right: number) => left - right;
  const plain = [...answers.keys()].filter((row) => ways[row] === WAYS.plain).sort(byNumber);
  return {
    links: { sources, targets, types, counts },
    words: pages.words,
    groups: pages.groups,
    least,
    worded: Uint32Array.from([...pairs.keys()].sort(byNumber).flatMap((key) => pairs.get(key) ?? [])),
    ways,
    answers: Uint32Array.from(plain.flatMap((row) => Array.from(answers.get(row) ?? []))),
  };
}

type Asked = Record<'worded' | 'answers', ArrayLike<number>> & Pick<AskedRankings, 'least' | 'ways'>;

/** Row, limit, how many and those, of answers that stand one after the other. */
export function* answersIn(numbers: ArrayLike<number>): Generator<number[]> {
  for (let at = 0; at < numbers.length; ) {
    const end = at + 3 + (numbers[at + 2] as number);
    yield Array.prototype.slice.call(numbers, at, end);
    at = end;
  }
}

/** Numbers that stand in pairs, one after the other. */
export function* pairsIn(numbers: ArrayLike<number>): Generator<[number, number]> {
  for (let at = 0; at + 1 < numbers.length; at += 2) yield [numbers[at] as number, numbers[at + 1] as number];
}
