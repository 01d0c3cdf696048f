import { type FoundPath, pathsBetween, stepCost, stepWords } from '../../wiki/views/contracts/paths.ts';
import type { MapWorld, WorldEdges } from './map-world.ts';

/** Ways shown. */
const MOST_PATHS = 3;
/** Edges that stand in for claims which are not here: a way over a claim says more, so that these come last. */
const STAND_IN = 'claims';

/** The most telling ways between two rows over shown types, the best first: through claims where they are here, else over what stands in for them. */
export function mapPaths(world: MapWorld, from: number, to: number, shown: readonly boolean[]): FoundPath[] {
  const found = search(world, from, to, shown, false);
  return found.length > 0 ? found : search(world, from, to, shown, true);
}

function search(
  world: MapWorld,
  from: number,
  to: number,
  shown: readonly boolean[],
  withStandIns: boolean,
): FoundPath[] {
  const costByType = world.paint.edgeTypes.map(({ name }, type) =>
    shown[type] && (withStandIns || name !== STAND_IN) ? stepCost(name) : Number.POSITIVE_INFINITY,
  );
  const { offsets, neighbours, links, type } = world.edges;
  const costs = Float64Array.from(type, (one) => costByType[one] as number);
  return pathsBetween({ offsets, neighbours, links, costs }, from, to, MOST_PATHS);
}

/** What a step says, from the row it leaves. */
export function pathWords(world: MapWorld, edges: WorldEdges, edge: number, from: number): string {
  const type = world.paint.edgeTypes[edges.type[edge] as number];
  if (!type) return '';
  return type.name === STAND_IN ? type.words : stepWords(type.name, edges.source[edge] === from);
}
