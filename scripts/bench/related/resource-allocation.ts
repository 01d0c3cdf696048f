import { neighbourSets, scoring } from './measure.ts';

/** Shared neighbours, each worth 1 / its own neighbours (Zhou, Lü & Zhang 2009, European Physical Journal B 71). O(links of the neighbours) a question. */
export const resourceAllocation = scoring('Resource allocation', ({ graph }) => {
  const near = neighbourSets(graph);
  return (row, scores) => {
    for (const middle of near[row] as Set<number>) {
      const others = near[middle] as Set<number>;
      for (const other of others) scores.add(other, 1 / others.size);
    }
  };
});
