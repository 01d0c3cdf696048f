import type { CompactGraph } from '../../../src/wiki/graph/compact-graph.ts';
import type { PageWords } from '../../../src/wiki/graph/measures/page-words.ts';
import { SparseScores } from '../../../src/wiki/graph/measures/sparse-scores.ts';

/** What a measure may know: the graph without the hidden links, the words of the pages, and who is suggested to whom. */
export interface Known {
  graph: CompactGraph;
  words: PageWords;
  groups: readonly string[];
}

/** Asked for one row, answers other rows, the most related first; `isCandidate` admits them. */
export type Ranker = (row: number, isCandidate: (row: number) => boolean) => number[];

export interface NamedMeasure {
  name: string;
  make(known: Known): Ranker;
}

/** A measure that adds scores; ties go by row. */
export function scoring(
  name: string,
  make: (known: Known) => (row: number, scores: SparseScores) => void,
): NamedMeasure {
  return {
    name,
    make(known) {
      const add = make(known);
      const all = new SparseScores(known.graph.ids.length);
      return (row, isCandidate) => {
        add(row, all);
        const score = (other: number) => all.scores[other] as number;
        const ranked = all
          .list()
          .filter((other) => other !== row && isCandidate(other))
          .sort((left, right) => score(right) - score(left) || left - right);
        all.clear();
        return ranked;
      };
    },
  };
}

/** The distinct neighbours of every row. */
export function neighbourSets({ offsets, neighbours, ids }: CompactGraph): Set<number>[] {
  return ids.map((_, row) => new Set(neighbours.subarray(offsets[row], offsets[row + 1])));
}
