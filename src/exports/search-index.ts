import { encodeColumn, FACETS, type FacetTable } from '../wiki/views/contracts/search-facets.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';
import { type SearchRecord, searchRecords } from './search-records.ts';

/** What the indexing process reads. */
export interface IndexPlan {
  name: 'pages' | 'claims';
  records: readonly SearchRecord[];
  /** In the order of `records`; Pagefind's ids are filled in when it has given them. */
  about: { language: string; columns: FacetTable['columns'] };
}

/** Both indexes: pages come first and small, claims follow from an index of their own. */
export function searchIndexes(context: ViewContext): IndexPlan[] {
  const { pages, claims } = searchRecords(context);
  const { language } = context.wiki.settings;
  const labels = (facet: string) => labelsOf(context, facet);
  const plan = (name: IndexPlan['name'], records: readonly SearchRecord[]): IndexPlan => ({
    name,
    records,
    about: { language, columns: columnsOf(records, labels) },
  });
  return [plan('pages', pages), plan('claims', claims)];
}

/** Facets of records, column by column. */
export function columnsOf(
  records: readonly Pick<SearchRecord, 'facets'>[],
  labelsOf: (facet: string) => ((key: string) => string) | undefined,
) {
  const columns: FacetTable['columns'] = {};
  for (const facet of [...FACETS, 'day'] as const) {
    const column = encodeColumn(
      records.map((record) => record.facets[facet] ?? []),
      labelsOf(facet),
    );
    if (column) columns[facet] = column;
  }
  return columns;
}

/** Titles of the pages that a facet's slugs name. */
function labelsOf(context: ViewContext, facet: string): ((key: string) => string) | undefined {
  const kind = facet === 'option' ? 'concept' : facet;
  if (kind !== 'guest' && kind !== 'concept' && kind !== 'criterion' && kind !== 'show') return undefined;
  return (key) => context.wiki.graph.find(`${kind}:${key}`)?.title ?? key;
}
