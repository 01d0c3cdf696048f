import { type FoundPath, pathsBetween, stepCost, stepWords } from '../../wiki/views/contracts/paths.ts';
import { joinRows, type MapWorld } from './map-world.ts';

/** Edges that stand in for claims which are not here: a way over a claim says more, so that these come last. */
const STAND_IN = 'claims';

/**
 * The most telling ways between two rows over shown types, the best first: through claims where they are here, else over what stands in
 * for them. With every chunk here and every type shown these are the compiler's own. O(rows + edges) beside the search.
 */
export function mapPaths(
  world: MapWorld,
  from: number,
  to: number,
  most: number,
  shown: readonly boolean[] = world.paint.edgeTypes.map(() => true),
): FoundPath[] {
  const found = search(world, from, to, most, shown, false);
  return found.length > 0 ? found : search(world, from, to, most, shown, true);
}

function search(
  world: MapWorld,
  from: number,
  to: number,
  most: number,
  shown: readonly boolean[],
  withStandIns: boolean,
): FoundPath[] {
  const costByType = world.paint.edgeTypes.map(({ name }, type) =>
    shown[type] && (withStandIns || name !== STAND_IN) ? stepCost(name) : undefined,
  );
  const { type } = world.edges;
  // What is closed makes nobody a hub.
  const graph = joinRows(world.edges, world.rows, (edge) => costByType[type[edge] as number] !== undefined);
  const costs = Float64Array.from(type, (one) => costByType[one] ?? Number.POSITIVE_INFINITY);
  return pathsBetween({ ...graph, costs }, from, to, most);
}

/** What a step says, from the row it leaves. */
export function pathWords({ paint, edges }: MapWorld, edge: number, from: number): string {
  const type = paint.edgeTypes[edges.type[edge] as number];
  if (!type) return '';
  return type.name === STAND_IN ? type.words : stepWords(type.name, edges.source[edge] === from);
}
