import { openSearch, type Search } from './open-search.ts';
import { trustWorker } from './trust-worker.ts';

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
  opening ??= openSearch({
    base: siteBase(),
    folder: `${siteBase()}pagefind/`,
    language: document.documentElement.lang,
    fetchJson,
    importModule: (path) => {
      trustWorker(`${siteBase()}pagefind/pages/pagefind-worker.js`);
      return import(/* @vite-ignore */ path);
    },
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}
