import { decodeNames, type NameManifest, type NameShard, shardOf } from '../../wiki/views/contracts/name-index.ts';
import { createNameFinder } from '../search/find-names.ts';

/** A page found by name. */
export interface FoundPage {
  id: string;
  title: string;
  kind: string;
}

/** Finds pages by title or alias in the site's index of names; nothing is fetched before the first question. */
export function pageFinder(base: string, signal: AbortSignal): (query: string, most: number) => Promise<FoundPage[]> {
  const folder = `${base}pagefind/names/`;
  const names = createNameFinder();
  const loaded = new Map<string, Promise<void>>();
  let manifest: Promise<NameManifest> | undefined;
  const json = async (file: string) => {
    const response = await fetch(folder + file, { signal });
    if (!response.ok) throw new Error(`${response.status} ${file}`);
    return response.json();
  };
  const shard = (name: string) => {
    let pending = loaded.get(name);
    if (!pending) {
      pending = json(`${name === '*' ? 'all' : name}.json`).then((found) => names.add(decodeNames(found as NameShard)));
      pending.catch(() => loaded.delete(name));
      loaded.set(name, pending);
    }
    return pending;
  };
  return async (query, most) => {
    manifest ??= json('names.json') as Promise<NameManifest>;
    manifest.catch(() => {
      manifest = undefined;
    });
    const { shards } = await manifest;
    const wanted = shards.includes('*') ? ['*'] : query.split(/\s+/).filter(Boolean).map(shardOf);
    await Promise.all([...new Set(wanted)].filter((name) => shards.includes(name)).map(shard));
    return names
      .find(query)
      .slice(0, most)
      .map(({ page }) => ({ id: `${page.kind}:${page.slug}`, title: page.title, kind: page.kind }));
  };
}
