import { neighbourSets, scoring } from './measure.ts';

/**
 * Shared neighbours over all neighbours of both (Jaccard 1901; for links Liben-Nowell & Kleinberg 2003, "The link
 * prediction problem for social networks", CIKM). O(links of the neighbours) a question.
 */
export const jaccard = scoring('Jaccard', ({ graph }) => {
  const near = neighbourSets(graph);
  return (row, scores) => {
    const mine = near[row] as Set<number>;
    const shared = new Map<number, number>();
    for (const middle of mine) {
      for (const other of near[middle] as Set<number>) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      scores.add(other, count / (mine.size + (near[other] as Set<number>).size - count));
    }
  };
});
