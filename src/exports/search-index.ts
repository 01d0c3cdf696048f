import { COLUMNS, type Column, encodeFacet, type FacetFile } from '../wiki/views/contracts/search-facets.ts';
import type { SearchRecord } from './search-records.ts';

/** Facets of the records of all indexes, column by column. `titleOf` answers what a page is called. */
export function facetFiles(
  indexes: Readonly<Record<string, readonly Pick<SearchRecord, 'facets'>[]>>,
  titleOf: (id: string) => string | undefined,
): Map<Column, FacetFile> {
  return new Map(
    COLUMNS.flatMap((column) => {
      const values = Object.entries(indexes).map(([index, records]) => [
        index,
        records.map((record) => record.facets[column] ?? []),
      ]);
      const file = encodeFacet(Object.fromEntries(values), labelsOf(column, titleOf));
      return file ? [[column, file] as const] : [];
    }),
  );
}

/** Titles of the pages that a facet's slugs name. */
function labelsOf(column: Column, titleOf: (id: string) => string | undefined): ((key: string) => string) | undefined {
  const kind = column === 'option' ? 'concept' : column;
  if (kind !== 'guest' && kind !== 'concept' && kind !== 'criterion' && kind !== 'show') return undefined;
  return (key) => titleOf(`${kind}:${key}`) ?? key;
}
