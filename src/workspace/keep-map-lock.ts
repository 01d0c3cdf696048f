import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatMapLock, MAP_LOCK_FILE } from '../wiki/graph/layout/map-lock.ts';
import { drawnMap, placesOf } from '../wiki/views/map/drawn-map.ts';
import type { LoadedSite } from './load-site.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Writes down where pages stand on the map, where that has changed. A folder that cannot be written is left alone, and so is a lock with
 * lines that cannot be read: somebody has to look at it first. Answers whether it wrote.
 */
export async function keepMapLock(
  { context, contentFolder, diagnostics }: Pick<LoadedSite, 'context' | 'contentFolder' | 'diagnostics'>,
  write: typeof replaceFile = replaceFile,
): Promise<boolean> {
  if (diagnostics.some(({ code }) => code === 'map-lock')) return false;
  const places = placesOf(drawnMap(context), context.wiki.places);
  const path = join(contentFolder, MAP_LOCK_FILE);
  const text = formatMapLock(places);
  const known = await readFile(path, 'utf8').catch(() => undefined);
  if (known === text || (known === undefined && places.size === 0)) return false;
  try {
    await write(path, text);
  } catch (problem) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((problem as NodeJS.ErrnoException).code ?? '')) return false;
    throw problem;
  }
  return true;
}
