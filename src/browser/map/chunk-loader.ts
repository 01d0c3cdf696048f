import { idPlace } from '../../wiki/views/contracts/map-parts.ts';
import type { MapFiles } from './load-map.ts';
import { addChunk, type MapWorld } from './map-world.ts';

export interface ChunkLoader {
  /** Brings the chunks of rows that are not here yet, at most `most` of them. Resolves when they are; answers whether any came. */
  need(rows: Iterable<number>, most?: number): Promise<boolean>;
  /** The row of an id, whose chunk is fetched where it is not here; `undefined` when the map has no such page. */
  find(id: string): Promise<number | undefined>;
}

/** A chunk is fetched once; one that fails may be asked for again. */
export function chunkLoader(world: MapWorld, files: MapFiles): ChunkLoader {
  const coming = new Map<number, Promise<void>>();
  const load = (index: number): Promise<void> => {
    let pending = coming.get(index);
    if (!pending) {
      pending = files.chunk(world.paint, index).then((chunk) => addChunk(world, chunk));
      pending.catch(() => coming.delete(index));
      coming.set(index, pending);
    }
    return pending;
  };
  return {
    async need(rows, most = Number.POSITIVE_INFINITY) {
      const missing = new Set<number>();
      for (const row of rows) {
        const index = world.chunkOf[row] as number;
        if (!world.loaded.has(index)) missing.add(index);
        if (missing.size >= most) break;
      }
      await Promise.all([...missing].map(load));
      return missing.size > 0;
    },
    async find(id) {
      const known = world.rowOf.get(id);
      if (known !== undefined) return known;
      const { file, mark } = idPlace(id, world.rows);
      const { chunks } = await files.ids(world.paint, file);
      await Promise.all((chunks.get(mark) ?? []).map(load));
      return world.rowOf.get(id);
    },
  };
}
