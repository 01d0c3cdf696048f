import type { ChunkLoader } from './chunk-loader.ts';
import type { SpotsName } from './map-state.ts';

/** Rows of a list of spots, as the page lists them. */
export async function listedSpots(loader: ChunkLoader, name: SpotsName | undefined): Promise<number[]> {
  if (name === undefined) return [];
  const listed = [...document.querySelectorAll<HTMLElement>(`[data-spots="${name}"] [data-id]`)];
  const rows = await Promise.all(listed.map(({ dataset }) => loader.find(dataset.id as string)));
  return rows.filter((row) => row !== undefined);
}
