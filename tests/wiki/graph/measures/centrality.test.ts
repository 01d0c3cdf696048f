import { describe, expect, it } from 'vitest';
import { centrality } from '../../../../src/wiki/graph/measures/centrality.ts';
import { edgeWeights } from '../../../../src/wiki/graph/measures/edge-weights.ts';
import { drawnGraph, randomLines } from '../../../support/drawn-graph.ts';
import fc from '../../../support/property.ts';

describe('weights of edges', () => {
  it('divide by how linked both ends are', () => {
    const graph = drawnGraph(['a links b', 'a links c', 'a links d', 'a links e']);
    expect([...edgeWeights(graph)]).toEqual([1 / 2, 1 / 2, 1 / 2, 1 / 2]);
  });

  it('count a link written three times more than once and less than three times, and who said it half', () => {
    const graph = drawnGraph(['a links b', 'a links b', 'a links b']);
    expect([...edgeWeights(graph)]).toEqual([1 + Math.log(3)]);
    expect([...edgeWeights(drawnGraph(['claim:x/y by guest:g']))]).toEqual([1 / 2]);
  });
});

describe('centrality', () => {
  const of = (lines: string[], alone: string[] = []) => {
    const graph = drawnGraph(lines, alone);
    return [...centrality(graph, edgeWeights(graph))];
  };

  it('of the middle of a star is what the equations say', () => {
    // m = 0.15/4 + 0.85 · 3 l and l = 0.15/4 + 0.85 · m/3, which gives m = 0.13312…/0.2775.
    const [m, ...leaves] = of(['a links b', 'a links c', 'a links d']);
    const middle = ((0.15 / 4) * (1 + 3 * 0.85)) / (1 - 0.85 ** 2);
    expect(m).toBeCloseTo(middle, 5);
    for (const leaf of leaves) expect(leaf).toBeCloseTo((1 - middle) / 3, 5);
  });

  it('is shared alike by pages without a link, and empty for an empty graph', () => {
    for (const score of of([], ['a', 'b', 'c', 'd'])) expect(score).toBeCloseTo(1 / 4, 12);
    expect(of([])).toEqual([]);
  });

  it('sums to 1 and is above 0', () => {
    fc.assert(
      fc.property(randomLines(), ({ lines, alone }) => {
        const scores = of(lines, ['w', ...alone]);
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 6);
        for (const score of scores) expect(score).toBeGreaterThan(0);
      }),
    );
  });
});
