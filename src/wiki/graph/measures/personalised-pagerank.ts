import type { CompactGraph } from '../compact-graph.ts';
import type { SparseScores } from './sparse-scores.ts';

/** Chance that the walker goes home: the usual one. */
const RESTART = 0.15;
/** What may stay unsettled at a row, a unit of its mass: so that one question pushes 1 / (0.15 · 0.0001) ≈ 67,000 links at most. */
const TOLERANCE = 1e-4;
/** What is left where all has been handed on: lost in whatever comes next, but not what nobody has been at. */
const SETTLED = 1e-300;

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
  const slots = new Float64Array(links.length);
  for (let at = 0; at < links.length; at++) slots[at] = weights[links[at] as number] as number;
  const masses = new Float64Array(size);
  /** By row, what is unsettled there, and what must be there before it is worth a push: side by side, since they are read together. */
  const states = new Float64Array(2 * size);
  for (let row = 0; row < size; row++) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
    for (let at = start; at < end; at++) (masses[row] as number) += slots[at] as number;
    states[2 * row + 1] = tolerance * (end - start);
  }
  const touched = new Uint32Array(size + 1);
  /** A ring: nobody is in it twice. */
  const queue = new Uint32Array(size);
  return (from, scores) => {
    let [head, waiting] = [0, 1];
    queue[0] = from;
    touched[0] = from;
    let count = 1;
    states[2 * from] = 1;
    for (; waiting > 0; waiting--) {
      const row = queue[head] as number;
      head = head === size - 1 ? 0 : head + 1;
      const rest = states[2 * row] as number;
      states[2 * row] = SETTLED;
      scores.add(row, RESTART * rest);
      if (masses[row] === 0) continue;
      const share = ((1 - RESTART) * rest) / (masses[row] as number);
      const end = offsets[row + 1] as number;
      for (let at = offsets[row] as number; at < end; at++) {
        const next = neighbours[at] as number;
        const before = states[2 * next] as number;
        const now = before + share * (slots[at] as number);
        const limit = states[2 * next + 1] as number;
        states[2 * next] = now;
        // Written every time and counted when it is new: which it is cannot be foreseen, and guessing wrong costs more.
        touched[count] = next;
        count += Number(before === 0);
        // Whoever was above it is in the queue already.
        if (now > limit && before <= limit) {
          const tail = head + waiting - 1;
          queue[tail < size ? tail : tail - size] = next;
          waiting++;
        }
      }
    }
    for (let at = 0; at < count; at++) states[2 * (touched[at] as number)] = 0;
  };
}
