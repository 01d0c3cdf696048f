import type { CompactGraph } from '../compact-graph.ts';
import type { Communities } from '../measures/communities.ts';
import { drawTogether } from './draw-together.ts';
import { type Disc, type PackedDiscs, packDiscs } from './pack-discs.ts';

/** Where each fine community has its place. */
export interface FineDiscs {
  x: Float64Array;
  y: Float64Array;
  radius: Float64Array;
}

/** Share of a disc that its nodes cover: loose enough for each to find its place. */
const DENSITY = 0.5;
/** Room between fine communities, and between coarse ones, in units of `spacing`. */
const FINE_GAP = 0.6;
const COARSE_GAP = 2;
/** How much wider than high a map tends to be: most screens are. */
const BREADTH = 1.8;
/** Ways to turn a coarse community. */
const TURNS = 24;

/**
 * A disc a fine community, large enough for what it holds (`areas`, in units of `spacing²`, by row), packed into discs of coarse
 * communities, which are packed in turn and turned so that ties between them are short. A community that holds nothing takes no room.
 * O(edges + fine communities²) at most.
 */
export function nestedDiscs(
  graph: CompactGraph,
  weights: Float64Array,
  { coarse, fine, coarseNames, fineNames, coarseOfFine }: Communities,
  areas: Float64Array,
  spacing: number,
): FineDiscs {
  const held = new Float64Array(fineNames.length);
  for (const [row, label] of fine.entries()) (held[label] as number) += areas[row] as number;
  const radius = held.map((area) => spacing * Math.sqrt(area / (Math.PI * DENSITY)));
  const fineTies = tiesBetween(graph, weights, fine, fineNames.length);
  const coarseTies = tiesBetween(graph, weights, coarse, coarseNames.length);
  const members: number[][] = Array.from(coarseNames, () => []);
  for (const [label, parent] of coarseOfFine.entries()) if (held[label] !== 0) members[parent]?.push(label);

  const x = new Float64Array(fineNames.length);
  const y = new Float64Array(fineNames.length);
  const inner = members.map((labels) => {
    const local = new Map(labels.map((label, index) => [label, index]));
    const discs = labels.map((label): Disc => {
      const ties = [...(fineTies[label] as Map<number, number>)].flatMap(([other, weight]) => {
        const index = local.get(other);
        return index === undefined ? [] : [[index, weight] as const];
      });
      return { radius: radius[label] as number, ties: new Map(ties) };
    });
    return packDiscs(discs, FINE_GAP * spacing);
  });
  const filled = members.flatMap((labels, parent) => (labels.length > 0 ? [parent] : []));
  const local = new Map(filled.map((parent, index) => [parent, index]));
  const outer = packDiscs(
    filled.map((parent) => ({
      radius: (inner[parent] as PackedDiscs).radius,
      ties: new Map(
        [...(coarseTies[parent] as Map<number, number>)].flatMap(([other, weight]) => {
          const index = local.get(other);
          return index === undefined ? [] : [[index, weight] as const];
        }),
      ),
    })),
    COARSE_GAP * spacing,
    BREADTH,
  );
  // Until it is turned, a community stands in the middle of its coarse one, for others to turn to.
  for (const [index, parent] of filled.entries()) {
    for (const label of members[parent] as number[]) {
      x[label] = outer.x[index] as number;
      y[label] = outer.y[index] as number;
    }
  }
  for (const [index, parent] of filled.entries()) {
    const labels = members[parent] as number[];
    const { x: dx, y: dy } = inner[parent] as PackedDiscs;
    const turned = (turn: number, at: number): [number, number] => {
      const angle = (2 * Math.PI * (turn % TURNS)) / TURNS;
      const side = turn < TURNS ? 1 : -1;
      const [left, top] = [dx[at] as number, side * (dy[at] as number)];
      return [
        (outer.x[index] as number) + left * Math.cos(angle) - top * Math.sin(angle),
        (outer.y[index] as number) + left * Math.sin(angle) + top * Math.cos(angle),
      ];
    };
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < TURNS * 2; turn++) {
      let cost = 0;
      for (const [at, label] of labels.entries()) {
        const [left, top] = turned(turn, at);
        for (const [other, weight] of fineTies[label] as Map<number, number>) {
          if (coarseOfFine[other] === parent || held[other] === 0) continue;
          cost += weight * Math.hypot(left - (x[other] as number), top - (y[other] as number));
        }
      }
      if (cost < least * (1 - 1e-9)) [best, least] = [turn, cost];
    }
    for (const [at, label] of labels.entries()) [x[label], y[label]] = turned(best, at);
  }
  const discs = { x, y, radius };
  drawTogether(
    discs,
    filled.map((parent) => members[parent] as number[]),
    { x: outer.x, y: outer.y, radius: Float64Array.from(filled, (parent) => (inner[parent] as PackedDiscs).radius) },
    COARSE_GAP * spacing,
  );
  return discs;
}

/** Weight between groups, by group. */
function tiesBetween(
  graph: CompactGraph,
  weights: Float64Array,
  labels: Uint32Array,
  count: number,
): Map<number, number>[] {
  const ties: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  for (const [edge, source] of graph.sources.entries()) {
    const [from, to] = [labels[source] as number, labels[graph.targets[edge] as number] as number];
    if (from === to) continue;
    for (const [one, other] of [[from, to] as const, [to, from] as const]) {
      const map = ties[one] as Map<number, number>;
      map.set(other, (map.get(other) ?? 0) + (weights[edge] as number));
    }
  }
  return ties;
}
