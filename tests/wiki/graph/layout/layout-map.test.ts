import { expect, it } from 'vitest';
import { archiveGraph } from '../../../../scripts/generate/archive-graph.ts';
import type { NodeId } from '../../../../src/wiki/corpus/node.ts';
import type { CompactGraph } from '../../../../src/wiki/graph/compact-graph.ts';
import {
  LAYOUT_SPACING,
  layoutMap,
  type Positions,
  type RememberedPositions,
} from '../../../../src/wiki/graph/layout/layout-map.ts';
import { communitiesOf } from '../../../../src/wiki/graph/measures/communities.ts';
import { edgeWeights } from '../../../../src/wiki/graph/measures/edge-weights.ts';
import { drawnGraph, randomLines } from '../../../support/drawn-graph.ts';
import { partOfGraph } from '../../../support/part-of-graph.ts';
import fc from '../../../support/property.ts';

function layOut(graph: CompactGraph, previous?: RememberedPositions): Positions {
  const weights = edgeWeights(graph);
  return layoutMap(graph, weights, communitiesOf(graph, weights), previous);
}

/** What a lock keeps: pages alone. */
function remembered(graph: CompactGraph, { x, y }: Positions): Map<NodeId, [number, number]> {
  const pages = [...graph.ids.keys()].filter((row) => graph.kinds[row] !== 'claim');
  return new Map(pages.map((row) => [graph.ids[row] as NodeId, [x[row] as number, y[row] as number]]));
}

function widthOf({ x }: Positions): number {
  return Math.max(...x) - Math.min(...x);
}

const apart = ({ x, y }: Positions, one: number, other: number) =>
  Math.hypot((x[one] as number) - (x[other] as number), (y[one] as number) - (y[other] as number));

it('stands for any graph: whole numbers, the same twice, pages side by side at least', () => {
  fc.assert(
    fc.property(randomLines(), ({ lines, alone }) => {
      const graph = drawnGraph(lines, alone);
      const positions = layOut(graph);
      expect(layOut(graph)).toEqual(positions);
      const pages = [...graph.ids.keys()].filter((row) => graph.kinds[row] !== 'claim');
      for (const [index, one] of pages.entries()) {
        for (const other of pages.slice(index + 1))
          expect(apart(positions, one, other)).toBeGreaterThan(LAYOUT_SPACING * 0.95);
      }
      expect([...positions.x, ...positions.y].every((place) => Math.abs(place) < 5000)).toBe(true);
    }),
  );
});

it('keeps two friendships apart', () => {
  const clique = (names: string) =>
    [...names].flatMap((one, index) => [...names.slice(index + 1)].map((other) => `${one} related ${other}`));
  const graph = drawnGraph([...clique('abcdef'), ...clique('uvwxyz'), 'a links u']);
  const positions = layOut(graph);
  const rows = [...graph.ids.keys()];
  const side = (row: number) => (graph.ids[row] as string) < 'concept:m';
  const mean = (isSame: boolean) => {
    const distances = rows.flatMap((one) =>
      rows.flatMap((other) =>
        one < other && (side(one) === side(other)) === isSame ? [apart(positions, one, other)] : [],
      ),
    );
    return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  };
  expect(mean(false)).toBeGreaterThan(2 * mean(true));
});

it('does not move what it remembers whole', () => {
  fc.assert(
    fc.property(randomLines(), ({ lines, alone }) => {
      const graph = drawnGraph(lines, alone);
      const positions = layOut(graph);
      expect(layOut(graph, remembered(graph, positions))).toEqual(positions);
    }),
  );
});

const ARCHIVE = archiveGraph(2000);

it.each([1, 2, 3])(
  'moves old nodes by less than a fiftieth of the width when one in a hundred is new: sample %i',
  (part) => {
    const isNew = (row: number) => row % 100 === part * 7;
    const { graph: before, rows } = partOfGraph(ARCHIVE, (row) => !isNew(row));
    const old = layOut(before);
    const now = layOut(ARCHIVE, remembered(before, old));
    const moves = rows.map((row, at) =>
      Math.hypot((now.x[row] as number) - (old.x[at] as number), (now.y[row] as number) - (old.y[at] as number)),
    );
    const mean = moves.reduce((sum, move) => sum + move, 0) / moves.length;
    expect(mean / widthOf(old)).toBeLessThan(0.02);
    // What was written down then moves no more.
    expect(layOut(ARCHIVE, remembered(ARCHIVE, now))).toEqual(now);
  },
);

it('puts a new page beside the pages it is linked with', () => {
  const graph = archiveGraph(600);
  const newcomer = graph.ids.indexOf('concept:00009');
  const { graph: before } = partOfGraph(graph, (row) => row !== newcomer);
  const now = layOut(graph, remembered(before, layOut(before)));
  const neighbours = [...graph.neighbours.slice(graph.offsets[newcomer], graph.offsets[newcomer + 1])].filter(
    (row) => graph.kinds[row] === 'concept',
  );
  const nearest = Math.min(...neighbours.map((row) => apart(now, newcomer, row)));
  expect(neighbours.length).toBeGreaterThan(0);
  expect(nearest).toBeLessThan(widthOf(now) / 8);
});

it('starts anew when it remembers little', () => {
  const graph = archiveGraph(300);
  const few = new Map([...remembered(graph, layOut(graph))].slice(0, 3).map(([id]) => [id, [90000, 90000] as const]));
  expect(layOut(graph, few)).toEqual(layOut(graph));
});

it('has room for a page that nothing leads to', () => {
  const graph = drawnGraph(['a related b', 'b related c', 'a related c'], ['z']);
  const { graph: before } = partOfGraph(graph, (row) => graph.ids[row] !== 'concept:z');
  const now = layOut(graph, remembered(before, layOut(before)));
  const row = graph.ids.indexOf('concept:z');
  for (const other of graph.ids.keys()) if (other !== row) expect(apart(now, row, other)).toBeGreaterThan(90);
});
