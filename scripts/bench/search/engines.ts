import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { loadResults } from '../../../src/browser/search/results.ts';
import type { PagefindModule } from '../../../src/browser/search/text-index.ts';
import { searchRecords } from '../../../src/exports/search-records.ts';
import type { ViewContext } from '../../../src/wiki/views/view-context.ts';
import { startSearchIndex } from '../../../src/workspace/build-search.ts';
import { DEPTH } from './judge.ts';
import { mountFolder, openSearchOnDisk } from './node-search.ts';

/** Answers a query with paths inside the site, best first. */
export interface SearchEngine {
  name: string;
  ask(query: string): Promise<string[]>;
}

export async function ourEngine(context: ViewContext, workshop: string): Promise<SearchEngine> {
  const out = join(workshop, 'ours');
  await rm(out, { recursive: true, force: true });
  const job = await startSearchIndex(context, workshop, out);
  await job.finished;
  const search = await openSearchOnDisk(out, context.wiki.settings.language);
  return {
    name: 'On Record',
    async ask(query) {
      const answer = await search.engine.search(query);
      return (await loadResults(answer, search.pathOf, 0, DEPTH)).map((result) => result.path);
    },
  };
}

/** Pagefind as it is: the pages of a finished site, no options, nothing ignored. */
export async function pagefindEngine(site: string, workshop: string): Promise<SearchEngine> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start');
  await index.addDirectory({ path: site });
  const folder = join(workshop, 'defaults');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await index.writeFiles({ outputPath: folder });
  await close();
  mountFolder('/defaults/', folder);
  const module = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as PagefindModule;
  const instance = module.createInstance({ basePath: '/defaults/', baseUrl: '/', language: 'en' });
  await instance.init();
  return {
    name: 'Pagefind, defaults',
    async ask(query) {
      const { results } = await instance.search(query);
      const records = await Promise.all(results.slice(0, DEPTH).map((result) => result.data()));
      return records.map((record) => record.url);
    },
  };
}

/** Plain BM25 over the same records: MiniSearch with its own settings, names and the rest as fields. */
export function miniSearchEngine(context: ViewContext): SearchEngine {
  const { pages, claims } = searchRecords(context);
  const index = new MiniSearch({ idField: 'path', fields: ['names', 'lead', 'prose', 'about', 'who'] });
  index.addAll(
    [...pages, ...claims].map((record) => ({
      path: record.path,
      names: record.names.join(' '),
      lead: record.lead.join(' '),
      prose: record.prose.join(' '),
      about: record.about.join(' '),
      who: `${record.meta.guest ?? ''} ${record.meta.episode ?? ''}`,
    })),
  );
  return {
    name: 'MiniSearch',
    ask: async (query) =>
      index
        .search(query)
        .slice(0, DEPTH)
        .map((result) => String(result.id)),
  };
}
