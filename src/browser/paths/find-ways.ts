import type { FoundPath } from '../../wiki/views/contracts/paths.ts';
import type { ChunkLoader } from '../map/chunk-loader.ts';
import { mapPaths } from '../map/map-paths.ts';
import type { MapWorld } from '../map/map-world.ts';

/** A map of no more parts than this is fetched whole. Of a larger one, those around both ends and on the ways between are. */
const WHOLE_PARTS = 32;
/** So often the parts on the ways between are fetched, and the ways looked for again. */
const ROUNDS = 4;

export interface Ways {
  found: FoundPath[];
  /** Whether the whole map was searched; then these are the compiler's own. */
  isWhole: boolean;
}

/** The most telling ways between two rows whose chunks are here, the best first. */
export async function findWays(
  world: MapWorld,
  loader: Pick<ChunkLoader, 'need'>,
  from: number,
  to: number,
  most: number,
  wholeParts = WHOLE_PARTS,
): Promise<Ways> {
  const parts = world.paint.chunks.length;
  if (parts <= wholeParts) await loader.need(world.chunkOf.keys());
  let found = mapPaths(world, from, to, most);
  for (let round = 0; world.loaded.size < parts && round < ROUNDS; round++) {
    if (!(await loader.need(found.flatMap(({ rows }) => rows)))) break;
    found = mapPaths(world, from, to, most);
  }
  return { found, isWhole: world.loaded.size === parts };
}
