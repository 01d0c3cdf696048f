import { neighbourSets, scoring } from './measure.ts';

/** Shared neighbours, each worth 1 / ln of its own neighbours (Adamic & Adar 2003, "Friends and neighbors on the Web", Social Networks 25). O(links of the neighbours) a question. */
export const adamicAdar = scoring('Adamic–Adar', ({ graph }) => {
  const near = neighbourSets(graph);
  return (row, scores) => {
    for (const middle of near[row] as Set<number>) {
      const others = near[middle] as Set<number>;
      for (const other of others) scores.add(other, 1 / Math.log(Math.max(2, others.size)));
    }
  };
});
