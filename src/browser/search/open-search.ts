import { lightWordsOf, stopwordsOf } from '../../wiki/text/stopwords.ts';
import type { NamedPage, NameManifest } from '../../wiki/views/contracts/name-index.ts';
import { type Answer, createEngine, type Engine, type Hit, INDEXES, type IndexName } from './engine.ts';
import type { NameFinder } from './find-names.ts';
import { loadNames } from './load-names.ts';
import { parseQuery } from './parse-query.ts';
import type { TextIndex } from './text-index.ts';

export interface Search {
  engine: Engine;
  /** Every record, for lists that are only narrowed. */
  everything(): Promise<Answer>;
  /** Whether what was said can be searched, beside pages and claims. */
  hasPassages: boolean;
  names: NameFinder;
  manifest: NameManifest;
  /** Path of a page inside the site. */
  pathOf(page: NamedPage): string;
}

type Opened = Partial<Record<IndexName, TextIndex>>;

export interface SearchPlace {
  language: string;
  /** Path of the folder of the index; ends with a slash. */
  folder: string;
  fetchJson(path: string): Promise<unknown>;
  /** At once, where indexes can be asked before they are open. */
  openIndexes(names: readonly IndexName[]): Opened | Promise<Opened>;
}

/** Opens the indexes of a site. What they need is fetched when it is needed. */
export async function openSearch(place: SearchPlace): Promise<Search> {
  const { folder, language } = place;
  const manifest = (await place.fetchJson(`${folder}names/names.json`)) as NameManifest;
  const names = loadNames(`${folder}names/`, manifest, place.fetchJson);
  const hasPassages = manifest.records.passages !== undefined;
  // An index of nothing cannot be opened.
  const filled = INDEXES.filter((name) => (manifest.records[name] ?? 0) > 0);
  const indexes: Opened = filled.length > 0 ? await place.openIndexes(filled) : {};
  return {
    engine: createEngine({
      stopwords: stopwordsOf(language),
      lightWords: lightWordsOf(language),
      names,
      indexes,
      sizes: manifest.records,
    }),
    async everything() {
      const lists = await Promise.all(
        Object.entries(indexes).map(async ([index, text]) =>
          [...(await text.all())].map(([id, { load }]): Hit => ({ index: index as IndexName, id, score: 0, load })),
        ),
      );
      const query = parseQuery('', new Set());
      return { query, names: [], mentioned: [], marked: [], hits: lists.flat() };
    },
    hasPassages,
    names: names.finder,
    manifest,
    pathOf: (page) => `${manifest.kinds[page.kind]?.folder}/${page.slug}/`,
  };
}
