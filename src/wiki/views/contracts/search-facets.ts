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
  /**
   * The id Pagefind gave each record, without the language in front, one after the other. Nearly all are of one length; where
   * two would be the same one is longer, and the others are filled up with spaces.
   */
  ids: string;
  idLength: number;
  columns: Partial<Record<Facet | 'day', FacetColumn>>;
}

export type RecordFacets = Partial<Record<Facet | 'day', readonly string[]>>;

export function encodeIds(ids: readonly string[]): Pick<FacetTable, 'ids' | 'idLength'> {
  const idLength = ids.reduce((longest, id) => Math.max(longest, id.length), 0);
  return { ids: ids.map((id) => id.padEnd(idLength)).join(''), idLength };
}

/** Id → row. A record without words has no id. */
export function decodeIds({ ids, idLength }: Pick<FacetTable, 'ids' | 'idLength'>): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row * idLength < ids.length; row++) {
    rows.set(ids.slice(row * idLength, (row + 1) * idLength).trimEnd(), row);
  }
  return rows;
}

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
