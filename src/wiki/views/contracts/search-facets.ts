import { slugify } from '../../text/slug.ts';

/** What results can be narrowed by, in the order in which the search page shows it; also the names in its address. */
export const FACETS = ['type', 'guest', 'concept', 'criterion', 'option', 'stance', 'claim', 'year', 'show'] as const;
export type Facet = (typeof FACETS)[number];
/** What is kept of every record: what it can be narrowed by, and its day, to be sorted by. */
export const COLUMNS = [...FACETS, 'day'] as const;
export type Column = (typeof COLUMNS)[number];

export type RecordFacets = Partial<Record<Column, readonly string[]>>;

/**
 * One column: the values it has in an archive, and which of them each record has. Crosses to the browser as JSON, a file each,
 * when it is first asked for.
 */
export interface FacetFile {
  /** Values in the order of their keys: what readers see, and after a tab the key as addresses have it where its slug is another. */
  values: string[];
  /** By index, ordinals of values, record by record: `3;1,4;;3`. */
  rows: Partial<Record<string, string>>;
}

/** What a record is called in the index: its number, in order of id, in base 36. */
export function recordId(row: number): string {
  return row.toString(36);
}

export function rowOf(id: string): number {
  return Number.parseInt(id, 36);
}

/** Records of each index → one file; nothing where no record has a value. */
export function encodeFacet(
  indexes: Readonly<Record<string, readonly (readonly string[])[]>>,
  labelOf: (key: string) => string = (key) => key,
): FacetFile | undefined {
  const keys = [...new Set(Object.values(indexes).flatMap((records) => records.flat()))].sort();
  if (keys.length === 0) return undefined;
  const ordinal = new Map(keys.map((key, index) => [key, index]));
  const values = keys.map((key) => {
    const label = labelOf(key).replace(/\s+/g, ' ');
    return slugify(label) === key ? label : `${label}\t${key}`;
  });
  const rows = Object.entries(indexes).map(([index, records]) => [
    index,
    records.map((own) => own.map((key) => ordinal.get(key)).join(',')).join(';'),
  ]);
  return { values, rows: Object.fromEntries(rows) };
}

export interface DecodedFacet {
  keys: string[];
  labels: string[];
  /** By index, ordinals of values, record by record. */
  rows: Partial<Record<string, number[][]>>;
}

export function decodeFacet(file: FacetFile): DecodedFacet {
  const pairs = file.values.map((value) => {
    const [label = '', key = slugify(label)] = value.split('\t');
    return { label, key };
  });
  const rows = Object.entries(file.rows).map(([index, text = '']) => [
    index,
    text.split(';').map((row) => (row === '' ? [] : row.split(',').map(Number))),
  ]);
  return { keys: pairs.map(({ key }) => key), labels: pairs.map(({ label }) => label), rows: Object.fromEntries(rows) };
}
