import { lightWordsOf, stopwordsOf } from '../../wiki/text/stopwords.ts';
import {
  decodeNames,
  type NamedPage,
  type NameManifest,
  type NameShard,
  shardFor,
  shardsWith,
  startOf,
  type TailTable,
  tailsAsked,
} from '../../wiki/views/contracts/name-index.ts';
import { type Answer, createEngine, type Engine, type Hit } from './engine.ts';
import { createNameFinder, type NameFinder } from './find-names.ts';
import { parseQuery } from './parse-query.ts';
import { openTextIndex, type PagefindModule } from './text-index.ts';

export interface Search {
  engine: Engine;
  /** Every record, for lists that are only narrowed. */
  everything(): Promise<Answer>;
  names: NameFinder;
  manifest: NameManifest;
  /** Path of a page inside the site. */
  pathOf(page: NamedPage): string;
}

export interface SearchPlace {
  /** Path the site is served under; ends with a slash. */
  base: string;
  language: string;
  /** Path of the folder of the index; ends with a slash. */
  folder: string;
  fetchJson(path: string): Promise<unknown>;
  importModule(path: string): Promise<unknown>;
}

/** Opens the indexes of a site. What they need is fetched when it is needed. */
export async function openSearch(place: SearchPlace): Promise<Search> {
  const { folder, base, language } = place;
  const [manifest, module] = await Promise.all([
    place.fetchJson(`${folder}names/names.json`) as Promise<NameManifest>,
    place.importModule(`${folder}pages/pagefind.js`) as Promise<PagefindModule>,
  ]);
  const names = createNameFinder();
  const shards: ReadonlySet<string> = new Set(manifest.shards);
  const loaded = new Map<string, Promise<void>>();

  function loadShard(name: string): Promise<void> {
    let pending = loaded.get(name);
    if (!pending) {
      const file = `${folder}names/${name === '*' ? 'all' : name}.json`;
      pending = place.fetchJson(file).then((shard) => names.add(decodeNames(shard as NameShard)));
      pending.catch(() => loaded.delete(name));
      loaded.set(name, pending);
    }
    return pending;
  }

  async function loadNames(words: readonly string[]): Promise<void> {
    const starts = words.length === 0 ? [''] : words.map((_, index) => startOf(words.slice(index)));
    await loadShards(starts.map((start) => shardFor(start, shards)));
  }

  async function loadShards(names: readonly (string | undefined)[]): Promise<void> {
    await Promise.all([...new Set(names)].map((name) => name !== undefined && loadShard(name)));
  }

  const tables = new Map<number, Promise<TailTable>>();

  function loadTails(table: number): Promise<TailTable> {
    let pending = tables.get(table);
    if (!pending) {
      pending = place.fetchJson(`${folder}names/tails-${table}.json`) as Promise<TailTable>;
      pending.catch(() => tables.delete(table));
      tables.set(table, pending);
    }
    return pending;
  }

  /** Names that what was typed may be a misspelling of, in its first letters. */
  async function loadMisspelled(key: string): Promise<void> {
    const asked = tailsAsked(key, manifest.tails);
    const found = await Promise.all(asked.map(async ({ table, hash }) => shardsWith(await loadTails(table), hash)));
    // Second and third letter swapped.
    if (asked.length > 0) found.push([shardFor(startOf([`${key[0]}${key[2]}`]), shards) ?? '']);
    await loadShards(found.flat().filter((name) => shards.has(name)));
  }

  const pages = openTextIndex(module, `${folder}pages/`, base);
  const claims = openTextIndex(module, `${folder}claims/`, base, pages.ready);
  return {
    engine: createEngine({
      stopwords: stopwordsOf(language),
      lightWords: lightWordsOf(language),
      names,
      loadNames,
      loadMisspelled,
      indexes: { pages, claims },
      sizes: manifest.records,
    }),
    async everything() {
      const [one, other] = await Promise.all([pages.all(), claims.all()]);
      const hits = (index: Hit['index'], all: typeof one): Hit[] =>
        [...all].map(([id, { load }]) => ({ index, id, score: 0, load }));
      const query = parseQuery('', new Set());
      return { query, names: [], mentioned: [], marked: [], hits: [...hits('pages', one), ...hits('claims', other)] };
    },
    names,
    manifest,
    pathOf: (page) => `${manifest.kinds[page.kind]?.folder}/${page.slug}/`,
  };
}
