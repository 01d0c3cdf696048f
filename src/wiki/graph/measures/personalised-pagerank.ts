import type { CompactGraph } from '../compact-graph.ts';
import type { SparseScores } from './sparse-scores.ts';

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
  // In the order of neighbours: pushes read them one after the other.
  const slots = Float64Array.from(links, (link) => weights[link] as number);
  const masses = new Float64Array(size);
  /** What must lie at a row before it is worth a push. */
  const limits = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
    for (let at = start; at < end; at++) (masses[row] as number) += slots[at] as number;
    limits[row] = tolerance * (end - start);
  }
  const unsettled = new Float64Array(size);
  const waits = new Uint8Array(size);
  return (from, scores) => {
    const queue = [from];
    const touched = [from];
    unsettled[from] = 1;
    for (let turn = 0; turn < queue.length; turn++) {
      const row = queue[turn] as number;
      waits[row] = 0;
      const rest = unsettled[row] as number;
      unsettled[row] = 0;
      scores.add(row, RESTART * rest);
      if (masses[row] === 0) continue;
      const share = ((1 - RESTART) * rest) / (masses[row] as number);
      const end = offsets[row + 1] as number;
      for (let at = offsets[row] as number; at < end; at++) {
        const next = neighbours[at] as number;
        const before = unsettled[next] as number;
        if (before === 0) touched.push(next);
        const now = before + share * (slots[at] as number);
        unsettled[next] = now;
        if (waits[next] === 1 || now <= (limits[next] as number)) continue;
        waits[next] = 1;
        queue.push(next);
      }
    }
    for (const row of touched) unsettled[row] = 0;
  };
}
