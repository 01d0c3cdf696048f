import type { CompactGraph } from '../compact-graph.ts';
import type { SparseScores } from './sparse-scores.ts';

/**
 * A page that more than so many links meet at is no middle: it would add less than a thousandth to each of its pairs,
 * and visiting it from all of them costs the square.
 */
export const MAX_MIDDLE = 1024;
/** Share of walkers that stay at the first page they come to. `npm run bench -- related` is flat from 0.1 to 0.5. */
const STAYS = 1 / 4;

/**
 * Adds, for every row at most two links away, how many walkers end there when one sets out over each link of `from`, stays
 * where it comes to with `STAYS`, and takes one more link, any alike:
 * STAYS · links(from, row) + Σ over middles z of links(from, z) · links(z, row) / links(z).
 *
 * The sum is resource allocation (Zhou, Lü & Zhang 2009, "Predicting missing links via local information", European
 * Physical Journal B 71) on a graph with typed parallel edges: a claim that speaks for one concept and is about both ties
 * them more than one that mentions them, and a hub in the middle hands little to each. The first term makes it the local
 * random walk of Liu & Lü (2010, "Link prediction based on local random walk", EPL 89) cut after two steps.
 * O(links of the middles), each at most `MAX_MIDDLE`.
 */
export function addShortWalk(graph: CompactGraph, from: number, scores: SparseScores): void {
  const { offsets, neighbours } = graph;
  for (let at = offsets[from] as number; at < (offsets[from + 1] as number); at++) {
    const middle = neighbours[at] as number;
    scores.add(middle, STAYS);
    const [start, end] = [offsets[middle] as number, offsets[middle + 1] as number];
    if (end - start > MAX_MIDDLE) continue;
    for (let next = start; next < end; next++) {
      const row = neighbours[next] as number;
      if (row !== from) scores.add(row, 1 / (end - start));
    }
  }
}
