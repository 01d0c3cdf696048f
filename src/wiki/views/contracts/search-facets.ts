/** What results can be narrowed by, in the order in which the search page shows it; also the names in its address. */
export const FACETS = ['type', 'guest', 'concept', 'criterion', 'option', 'stance', 'claim', 'year', 'show'] as const;
export type Facet = (typeof FACETS)[number];

/** Values a facet has in an archive, and which of them each record has. */
export interface FacetColumn {
  /** As written in an address: slugs, years, words. */
  keys: string[];
  /** As readers see them; absent where the key says it. */
  labels?: string[];
  /** Ordinals of values, record by record: `3;1,4;;3`. */
  rows: string;
}

/** One row a record of an index, in the order of `ids`. Crosses to the browser as JSON, when facets are first asked for. */
export interface FacetTable {
  /** The id Pagefind gave each record, without the language in front; all of one length, one after the other. */
  ids: string;
  idLength: number;
  columns: Partial<Record<Facet | 'day', FacetColumn>>;
}

export type RecordFacets = Partial<Record<Facet | 'day', readonly string[]>>;

export function encodeColumn(
  records: readonly (readonly string[])[],
  labelOf?: (key: string) => string,
): FacetColumn | undefined {
  const keys = [...new Set(records.flat())].sort();
  if (keys.length === 0) return undefined;
  const ordinal = new Map(keys.map((key, index) => [key, index]));
  return {
    keys,
    ...(labelOf ? { labels: keys.map(labelOf) } : {}),
    rows: records.map((values) => values.map((key) => ordinal.get(key)).join(',')).join(';'),
  };
}

/** Ordinals of values, record by record. */
export function decodeColumn(column: FacetColumn): number[][] {
  return column.rows.split(';').map((row) => (row === '' ? [] : row.split(',').map(Number)));
}
