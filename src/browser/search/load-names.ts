import { foldWords, nameKey, sidesOf } from '../../wiki/text/name-key.ts';
import {
  decodeNames,
  type NameManifest,
  type NameShard,
  shardFor,
  shardsWith,
  startOf,
  type TailTable,
  tailsAsked,
} from '../../wiki/views/contracts/name-index.ts';
import { createNameFinder, type NameFinder, type NameMatch } from './find-names.ts';

/** The index of names of a site, of which only what is asked for is fetched. */
export interface LoadedNames {
  finder: NameFinder;
  /** What a query names. Where it names nothing, names of which it may be a misspelling are fetched as well. */
  find(query: string): Promise<NameMatch[]>;
}

/** `folder` ends with a slash. What could not be fetched is asked for again. */
export function loadNames(
  folder: string,
  manifest: NameManifest,
  fetchJson: (path: string) => Promise<unknown>,
): LoadedNames {
  const finder = createNameFinder();
  const shards: ReadonlySet<string> = new Set(manifest.shards);
  const loadShard = once((name: string) =>
    fetchJson(`${folder}${name === '*' ? 'all' : name}.json`).then((shard) =>
      finder.add(decodeNames(shard as NameShard)),
    ),
  );
  const loadTails = once((table: number) => fetchJson(`${folder}tails-${table}.json`) as Promise<TailTable>);

  async function loadShards(names: Iterable<string | undefined>): Promise<void> {
    await Promise.all([...new Set(names)].map((name) => name !== undefined && shards.has(name) && loadShard(name)));
  }

  async function loadMisspelled(key: string): Promise<void> {
    const asked = tailsAsked(key, manifest.tails);
    if (asked.length === 0) return;
    const found = await Promise.all(asked.map(async ({ table, hash }) => shardsWith(await loadTails(table), hash)));
    const swapped = shardFor(startOf([`${key[0]}${key[2]}`]), shards);
    await loadShards([...found.flat(), swapped]);
  }

  async function find(query: string): Promise<NameMatch[]> {
    const words = foldWords(query);
    const starts = words.length === 0 ? [''] : words.map((_, index) => startOf(words.slice(index)));
    await loadShards(starts.map((start) => shardFor(start, shards)));
    const found = finder.find(query);
    if (found.length > 0) return found;
    const sides = sidesOf(query);
    await Promise.all((sides.length > 0 ? sides : [query]).map((name) => loadMisspelled(nameKey(name))));
    return finder.find(query);
  }

  return { finder, find };
}

/** Keeps what was loaded; what failed may succeed when asked again. */
function once<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const kept = new Map<Key, Promise<Value>>();
  return (key) => {
    let pending = kept.get(key);
    if (!pending) {
      pending = load(key);
      pending.catch(() => kept.delete(key));
      kept.set(key, pending);
    }
    return pending;
  };
}
