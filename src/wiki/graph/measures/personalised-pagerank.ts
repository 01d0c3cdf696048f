import type { CompactGraph } from '../compact-graph.ts';
import { type SparseScores, sparseScores } from './sparse-scores.ts';

/** Chance that the walker goes home: the usual one. */
const RESTART = 0.15;
/** What may stay unsettled at a row, a unit of its mass: so that one question pushes 1 / (0.15 · 0.0001) ≈ 67,000 links at most. */
const TOLERANCE = 1e-4;

/**
 * Personalised PageRank: how often a walker who starts at `from`, follows links by their weight and goes home with
 * `RESTART` is at each row (Haveliwala 2002, "Topic-sensitive PageRank"), approximated from below by local pushes
 * (Andersen, Chung & Lang 2006, "Local graph partitioning using PageRank vectors", FOCS). Answers a function that adds the
 * scores for one row. Setting up: O(links). A question: bounded by the tolerance, whatever the size of the graph.
 */
export function personalisedPageRank(
  graph: CompactGraph,
  weights: Float64Array,
  tolerance = TOLERANCE,
): (from: number, scores: SparseScores) => void {
  const { offsets, neighbours, links } = graph;
  const size = graph.ids.length;
  const masses = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      (masses[row] as number) += weights[links[at] as number] as number;
    }
  }
  const degree = (row: number) => (offsets[row + 1] as number) - (offsets[row] as number);
  const unsettled = sparseScores(size);
  const waits = new Uint8Array(size);
  return (from, scores) => {
    const queue = [from];
    unsettled.add(from, 1);
    waits[from] = 1;
    for (const row of queue) {
      waits[row] = 0;
      const rest = unsettled.scores[row] as number;
      unsettled.scores[row] = 0;
      scores.add(row, RESTART * rest);
      if (masses[row] === 0) continue;
      const share = ((1 - RESTART) * rest) / (masses[row] as number);
      for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
        const next = neighbours[at] as number;
        unsettled.add(next, share * (weights[links[at] as number] as number));
        if (waits[next] === 1 || (unsettled.scores[next] as number) <= tolerance * degree(next)) continue;
        waits[next] = 1;
        queue.push(next);
      }
    }
    unsettled.clear();
  };
}
