import { siteBase } from '../site-base.ts';
import { openSearch, type Search } from './open-search.ts';
import { remoteIndexes } from './remote-text-index.ts';
import { startTextWorker } from './start-text-worker.ts';

let opening: Promise<Search> | undefined;

export async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

/** The search of this site, opened once. Fails when its index cannot be loaded; asked again, it tries again. */
export function siteSearch(): Promise<Search> {
  if (opening) return opening;
  const folder = `${siteBase()}pagefind/`;
  // Its code comes while the names do.
  const worker = startTextWorker();
  const forget = () => {
    if (opening === mine) opening = undefined;
  };
  const openIndexes = remoteIndexes(worker, new URL(folder, location.href).href, siteBase(), forget);
  const mine = openSearch({ folder, language: document.documentElement.lang, fetchJson, openIndexes });
  mine.catch(() => {
    worker.terminate();
    forget();
  });
  opening = mine;
  return mine;
}
