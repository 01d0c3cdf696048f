import { describe, expect, it } from 'vitest';
import type { CompactGraph } from '../../../../src/wiki/graph/compact-graph.ts';
import { communitiesOf } from '../../../../src/wiki/graph/measures/communities.ts';
import { edgeWeights } from '../../../../src/wiki/graph/measures/edge-weights.ts';
import { drawnGraph, randomLines } from '../../../support/drawn-graph.ts';
import fc from '../../../support/property.ts';

const triangle = (names: string) => {
  const [a, b, c] = [...names];
  return [`${a} links ${b}`, `${b} links ${c}`, `${c} links ${a}`];
};
const found = (graph: CompactGraph) => communitiesOf(graph, edgeWeights(graph));
const groups = (graph: CompactGraph, labels: Uint32Array) => {
  const all: string[] = [];
  for (const [row, label] of labels.entries()) all[label] = `${all[label] ?? ''}${graph.ids[row]?.split(':')[1]}`;
  return all;
};

describe('communities', () => {
  it('sets two triangles apart that one edge connects, and those that none does', () => {
    const one = drawnGraph([...triangle('abc'), ...triangle('def'), 'c links d']);
    expect(groups(one, found(one).coarse)).toEqual(['abc', 'def']);
    const two = drawnGraph([...triangle('abc'), ...triangle('def')]);
    expect(groups(two, found(two).coarse)).toEqual(['abc', 'def']);
  });

  it('finds a ring of rings on two levels', () => {
    // Two rings of four triangles, tied by one edge: the rings are coarse, the triangles fine.
    const ring = (letters: string) =>
      [0, 3, 6, 9].flatMap((at) => [
        ...triangle(letters.slice(at, at + 3)),
        `${letters[at + 2]} links ${letters[(at + 3) % 12]}`,
      ]);
    const graph = drawnGraph([...ring('abcdefghijkl'), ...ring('mnopqrstuvwx'), 'a links m']);
    const { fine, coarse, coarseOfFine } = found(graph);
    expect(groups(graph, fine)).toEqual(['abc', 'def', 'ghi', 'jkl', 'mno', 'pqr', 'stu', 'vwx']);
    expect(new Set([...coarse].slice(0, 12)).has(coarse[12] as number)).toBe(false);
    expect([...coarse].map((label, row) => label === coarseOfFine[fine[row] as number])).not.toContain(false);
  });

  it('names a community by its most central concept, and by another page only without one', () => {
    const graph = drawnGraph([
      'claim:x/1 about a',
      'claim:x/2 about a',
      'claim:x/1 about b',
      'claim:x/2 about b',
      'claim:x/1 in episode:x',
      'claim:x/2 in episode:x',
      'a links b',
      'a broader b',
      'guest:g links episode:y',
    ]);
    const { coarseNames } = found(graph);
    expect([...coarseNames].map((row) => graph.ids[row])).toEqual(['concept:a', 'episode:y']);
  });

  it('prefers what many pages here link with to what one conversation dwells on', () => {
    const graph = drawnGraph([
      ...['1', '2', '3', '4', '5', '6'].flatMap((n) => [`claim:x/${n} about dwelt`, `claim:x/${n} in episode:x`]),
      'episode:x links shared',
      'dwelt links shared',
      ...['a', 'b', 'c', 'd'].map((name) => `${name} links shared`),
      'a links b',
      'c links d',
    ]);
    const all = new Uint32Array(graph.ids.length);
    const { coarseNames } = communitiesOf(graph, edgeWeights(graph), 1, undefined, all);
    expect(graph.ids[coarseNames[0] as number]).toBe('concept:shared');
  });

  it('puts pages without a link together, last', () => {
    const graph = drawnGraph(['b links c'], ['a', 'd', 'e']);
    expect(groups(graph, found(graph).coarse)).toEqual(['bc', 'ade']);
  });

  it('is empty for an empty graph', () => {
    expect(found(drawnGraph([]))).toEqual({
      coarse: new Uint32Array(),
      fine: new Uint32Array(),
      coarseNames: new Uint32Array(),
      fineNames: new Uint32Array(),
      coarseOfFine: new Uint32Array(),
    });
  });

  it('covers every page, nests, numbers by size without gaps, and keeps each community in one piece', () => {
    fc.assert(
      fc.property(randomLines(), ({ lines, alone }) => {
        const graph = drawnGraph(lines, alone);
        const { coarse, fine, coarseOfFine, coarseNames, fineNames } = found(graph);
        expect(new Set(coarse).size).toBe(coarseNames.length);
        expect(new Set(fine).size).toBe(fineNames.length);
        const sizes = groups(
          graph,
          coarse.map((label) => label),
        ).map((_, label) => coarse.filter((one) => one === label).length);
        const isolated = (row: number) => graph.offsets[row] === graph.offsets[row + 1];
        const linkedSizes = sizes.filter((_, label) => !isolated(coarseNames[label] as number));
        expect(linkedSizes).toEqual([...linkedSizes].sort((left, right) => right - left));
        for (const [row, label] of fine.entries()) {
          expect(coarseOfFine[label]).toBe(coarse[row]);
          if (!isolated(row)) expect(reached(graph, row, fine)).toBe(fine.filter((one) => one === label).length);
        }
      }),
    );
  });

  it('is the same whatever order the lines come in', () => {
    fc.assert(
      fc.property(randomLines(), ({ lines, alone }) => {
        expect(found(drawnGraph([...lines].reverse(), alone))).toEqual(found(drawnGraph(lines, alone)));
      }),
    );
  });
});

/** How many rows of its own community a row reaches inside it. */
function reached(graph: CompactGraph, from: number, labels: Uint32Array): number {
  const seen = new Set([from]);
  for (const row of seen) {
    for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
      const other = graph.neighbours[at] as number;
      if (labels[other] === labels[from]) seen.add(other);
    }
  }
  return seen.size;
}
