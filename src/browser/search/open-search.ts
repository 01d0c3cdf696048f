import { lightWordsOf, stopwordsOf } from '../../wiki/text/stopwords.ts';
import type { NamedPage, NameManifest } from '../../wiki/views/contracts/name-index.ts';
import { type Answer, createEngine, type Engine, type Hit, type IndexName } from './engine.ts';
import type { NameFinder } from './find-names.ts';
import { loadNames } from './load-names.ts';
import { parseQuery } from './parse-query.ts';
import { openTextIndex, type PagefindModule, type TextIndex } from './text-index.ts';

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
  const names = loadNames(`${folder}names/`, manifest, place.fetchJson);
  const pages = openTextIndex(module, `${folder}pages/`, base);
  const claims = openTextIndex(module, `${folder}claims/`, base, pages.ready);
  const hasPassages = manifest.records.passages !== undefined;
  const indexes: Partial<Record<IndexName, TextIndex>> = {
    pages,
    claims,
    ...(hasPassages ? { passages: openTextIndex(module, `${folder}passages/`, base, claims.ready) } : {}),
  };
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
