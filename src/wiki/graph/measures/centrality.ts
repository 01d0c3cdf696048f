import type { CompactGraph } from '../compact-graph.ts';

/** Chance that the reader follows a link rather than starting anew: the paper's own. */
const DAMPING = 0.85;
/** Total change at which the scores are said to stand still; six digits are more than any drawing shows. */
const TOLERANCE = 1e-6;
/** 0.85^85 is below the tolerance. */
const MAX_ROUNDS = 85;

/**
 * How central each node is: PageRank (Brin & Page 1998, "The anatomy of a large-scale hypertextual web search engine")
 * over weighted edges, both ways, since a claim speaks for its concept as much as the concept for its claim. Scores are
 * above 0 and sum to 1; nodes without edges share alike. Power iteration: O((nodes + edges) · rounds), 85 rounds at most.
 */
export function centrality(graph: CompactGraph, weights: Float64Array): Float64Array {
  const size = graph.ids.length;
  const { offsets, neighbours, links } = graph;
  const strengths = new Float64Array(size);
  const slots = Float64Array.from(links, (link) => weights[link] as number);
  for (let row = 0; row < size; row++) {
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      (strengths[row] as number) += slots[at] as number;
    }
  }
  let scores = new Float64Array(size).fill(1 / size);
  let next = new Float64Array(size);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let resting = 0;
    for (let row = 0; row < size; row++) if (strengths[row] === 0) resting += scores[row] as number;
    next.fill((1 - DAMPING + DAMPING * resting) / size);
    for (let row = 0; row < size; row++) {
      if (strengths[row] === 0) continue;
      const share = (DAMPING * (scores[row] as number)) / (strengths[row] as number);
      for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
        (next[neighbours[at] as number] as number) += share * (slots[at] as number);
      }
    }
    let change = 0;
    for (let row = 0; row < size; row++) change += Math.abs((next[row] as number) - (scores[row] as number));
    [scores, next] = [next, scores];
    if (change < TOLERANCE) break;
  }
  return scores;
}
