import type { NameManifest } from '../../wiki/views/contracts/name-index.ts';
import { type LoadedNames, loadNames } from '../search/load-names.ts';

/** A page found by name. */
export interface FoundPage {
  id: string;
  title: string;
  kind: string;
}

/** Finds pages by title or alias in the site's index of names; nothing is fetched before the first question. */
export function pageFinder(base: string, signal: AbortSignal): (query: string, most: number) => Promise<FoundPage[]> {
  const folder = `${base}pagefind/names/`;
  const json = async (path: string) => {
    const response = await fetch(path, { signal });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response.json();
  };
  let names: Promise<LoadedNames> | undefined;
  return async (query, most) => {
    names ??= json(`${folder}names.json`).then((manifest) => loadNames(folder, manifest as NameManifest, json));
    names.catch(() => {
      names = undefined;
    });
    const found = await (await names).find(query);
    return found
      .slice(0, most)
      .map(({ page }) => ({ id: `${page.kind}:${page.slug}`, title: page.title, kind: page.kind }));
  };
}
