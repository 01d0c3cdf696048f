import { COLUMNS, type Column, encodeFacet, type FacetFile } from '../wiki/views/contracts/search-facets.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';
import { type SearchRecord, searchRecords } from './search-records.ts';

/** What the indexing process reads: records are numbered in this order. */
export interface IndexPlan {
  name: 'pages' | 'claims';
  records: readonly SearchRecord[];
}

/** Both indexes, pages first and small, claims in an index of their own, and what their records can be narrowed by. */
export function searchIndexes(context: ViewContext): { plans: IndexPlan[]; facets: Map<Column, FacetFile> } {
  const { pages, claims } = searchRecords(context);
  const facets = facetFiles({ pages, claims }, (column) => labelsOf(context, column));
  return {
    plans: [
      { name: 'pages', records: pages },
      { name: 'claims', records: claims },
    ],
    facets,
  };
}

/** Facets of the records of all indexes, column by column. */
export function facetFiles(
  indexes: Readonly<Record<string, readonly Pick<SearchRecord, 'facets'>[]>>,
  labelsOf: (column: Column) => ((key: string) => string) | undefined,
): Map<Column, FacetFile> {
  return new Map(
    COLUMNS.flatMap((column) => {
      const values = Object.entries(indexes).map(([index, records]) => [
        index,
        records.map((record) => record.facets[column] ?? []),
      ]);
      const file = encodeFacet(Object.fromEntries(values), labelsOf(column));
      return file ? [[column, file] as const] : [];
    }),
  );
}

/** Titles of the pages that a facet's slugs name. */
function labelsOf(context: ViewContext, column: Column): ((key: string) => string) | undefined {
  const kind = column === 'option' ? 'concept' : column;
  if (kind !== 'guest' && kind !== 'concept' && kind !== 'criterion' && kind !== 'show') return undefined;
  return (key) => context.wiki.graph.find(`${kind}:${key}`)?.title ?? key;
}
