import { coarseOf, type MapWorld } from './map-world.ts';

/** Ranks of edges: 0 to this. */
export const LAST_RANK = 3;
/** How much an edge counts by its stroke: what belongs together, what judges, what only points. */
const STROKE_WEIGHT = [1, 0.6, 0.35];
const STAND_IN_WEIGHT = 1;
/** Edges that leave their region are no part of the skeleton: what ties regions is drawn as such. */
const ACROSS_RANK = 2;

/**
 * How telling each edge is on the whole map: 0 where it is the strongest of one of its ends, 1 where it is the second, 2 the third, else
 * `LAST_RANK`; between regions no less than 2. The strongest alone are a skeleton of at most one line a page (the nearest neighbour graph). Strength is the stroke's
 * weight times 1 + ln(count), by the root of how much leads to the other end, so that hubs are nobody's strongest. O(edges).
 */
export function edgeRanks(world: MapWorld, strokeOf: readonly number[]): Uint8Array<ArrayBuffer> {
  const { rows, pages } = world;
  const { source, target, type, count, offsets } = world.edges;
  const best = new Float64Array(rows * LAST_RANK);
  const strength = (edge: number, other: number) => {
    const weight = STROKE_WEIGHT[strokeOf[type[edge] as number] as number] ?? STAND_IN_WEIGHT;
    const degree = (offsets[other + 1] as number) - (offsets[other] as number);
    return (weight * (1 + Math.log(count[edge] as number))) / Math.sqrt(degree);
  };
  const eachEnd = (edge: number, visit: (row: number, strength: number) => void) => {
    const [from, to] = [source[edge] as number, target[edge] as number];
    // A claim's own lines are no roads of the country.
    if (from >= pages || to >= pages || from === to) return;
    visit(from, strength(edge, to));
    visit(to, strength(edge, from));
  };
  for (let edge = 0; edge < source.length; edge++) {
    if (coarseOf(world, source[edge] as number) !== coarseOf(world, target[edge] as number)) continue;
    eachEnd(edge, (row, value) => {
      let rest = value;
      for (let place = row * LAST_RANK; place < (row + 1) * LAST_RANK; place++) {
        const held = best[place] as number;
        if (rest > held) {
          best[place] = rest;
          rest = held;
        }
      }
    });
  }
  const ranks = new Uint8Array(source.length).fill(LAST_RANK);
  for (let edge = 0; edge < source.length; edge++) {
    const isAcross = coarseOf(world, source[edge] as number) !== coarseOf(world, target[edge] as number);
    eachEnd(edge, (row, value) => {
      for (let rank = isAcross ? ACROSS_RANK : 0; rank < (ranks[edge] as number); rank++)
        if (value >= (best[row * LAST_RANK + rank] as number)) ranks[edge] = rank;
    });
  }
  return ranks;
}
