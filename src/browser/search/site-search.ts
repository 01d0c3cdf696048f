import { openSearch, type Search } from './open-search.ts';
import { openRemoteIndexes } from './remote-text-index.ts';
import { startTextWorker } from './start-text-worker.ts';

let opening: Promise<Search> | undefined;

/** Path the site is served under, as the masthead's link has it. */
export function siteBase(): string {
  const link = document.querySelector<HTMLAnchorElement>('a.search-link');
  return link ? new URL('../', link.href).pathname : '/';
}

export async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

/** The search of this site, opened once. Fails when its index cannot be loaded; asked again, it tries again. */
export function siteSearch(): Promise<Search> {
  const folder = `${siteBase()}pagefind/`;
  opening ??= openSearch({
    folder,
    language: document.documentElement.lang,
    fetchJson,
    openIndexes: (names) =>
      openRemoteIndexes(startTextWorker(), new URL(folder, location.href).href, siteBase(), names),
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}
