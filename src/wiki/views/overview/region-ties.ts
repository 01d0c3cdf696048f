import type { DrawnMap } from '../map/drawn-map.ts';

/** A line from region to region; weight 1 to 3. */
export interface RegionTie {
  path: string;
  weight: number;
}

/** Lines between regions, for each of them on average. */
const TIES_PER_REGION = 1.5;

/** Lines from region to region, bent a little, the strongest of all. */
export function regionTies(
  { graph, weights, communities }: DrawnMap,
  drawn: readonly number[],
  places: readonly { x: number; y: number }[],
): RegionTie[] {
  const regionOf = new Map(drawn.map((label, region) => [label, region]));
  const sums = new Map<number, number>();
  for (const [edge, source] of graph.sources.entries()) {
    const from = regionOf.get(communities.coarse[source] as number);
    const to = regionOf.get(communities.coarse[graph.targets[edge] as number] as number);
    if (from === undefined || to === undefined || from === to) continue;
    const key = Math.min(from, to) * drawn.length + Math.max(from, to);
    sums.set(key, (sums.get(key) ?? 0) + (weights[edge] as number));
  }
  const strongest = [...sums]
    .sort(([one, left], [other, right]) => right - left || one - other)
    .slice(0, Math.round(drawn.length * TIES_PER_REGION));
  const most = strongest[0]?.[1] ?? 1;
  return strongest
    .map(([key, weight]) => {
      const one = places[Math.floor(key / drawn.length)] as { x: number; y: number };
      const other = places[key % drawn.length] as { x: number; y: number };
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const round = Math.round;
      return {
        path: `M${round(one.x)} ${round(one.y)}q${round(dx / 2 - dy * 0.12)} ${round(dy / 2 + dx * 0.12)} ${round(dx)} ${round(dy)}`,
        weight: Math.max(1, Math.ceil((3 * weight) / most)),
      };
    })
    .reverse();
}
