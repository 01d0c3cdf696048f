import {
  type Column,
  type DecodedFacet,
  decodeFacet,
  FACETS,
  type Facet,
  type FacetFile,
  rowOf,
} from '../../wiki/views/contracts/search-facets.ts';
import type { Hit } from './engine.ts';

/** Values chosen, by facet: any of one facet, and of every facet. */
export type Choice = Partial<Record<Facet, readonly string[]>>;

export interface FacetValue {
  key: string;
  label: string;
  count: number;
  chosen: boolean;
}

/** Columns are fetched when they are asked for; until then a record has no values in them. */
export interface FacetReader {
  load(columns: readonly Column[]): Promise<void>;
  has(column: Column): boolean;
  /** The hits that have what was chosen. */
  filter(hits: readonly Hit[], choice: Choice, except?: Facet): readonly Hit[];
  /** How many of the hits each value would leave, its own facet aside. */
  counts(hits: readonly Hit[], choice: Choice, facet: Facet): FacetValue[];
  values(hit: Hit, column: Column): string[];
  label(facet: Facet, key: string): string;
}

export function createFacetReader(fetchColumn: (column: Column) => Promise<FacetFile | undefined>): FacetReader {
  const loading = new Map<Column, Promise<void>>();
  const loaded = new Map<Column, DecodedFacet>();
  const nothing: DecodedFacet = { keys: [], labels: [], rows: {} };

  function loadColumn(column: Column): Promise<void> {
    const known = loading.get(column);
    if (known) return known;
    const started = fetchColumn(column).then((file) => {
      loaded.set(column, file ? decodeFacet(file) : nothing);
    });
    loading.set(column, started);
    // What failed may succeed when asked again.
    started.catch(() => loading.delete(column));
    return started;
  }

  const ordinals = (hit: Hit, column: Column) => loaded.get(column)?.rows[hit.index]?.[rowOf(hit.id)] ?? [];

  function filter(hits: readonly Hit[], choice: Choice, except?: Facet): readonly Hit[] {
    const wanted = FACETS.flatMap((facet) => {
      const chosen = facet === except ? undefined : choice[facet];
      if (!chosen || chosen.length === 0) return [];
      const { keys } = loaded.get(facet) ?? nothing;
      return [{ facet, any: new Set(chosen.map((key) => keys.indexOf(key))) }];
    });
    if (wanted.length === 0) return hits;
    return hits.filter((hit) => wanted.every(({ facet, any }) => ordinals(hit, facet).some((one) => any.has(one))));
  }

  function label(facet: Facet, key: string): string {
    const { keys, labels } = loaded.get(facet) ?? nothing;
    return labels[keys.indexOf(key)] ?? key;
  }

  function counts(hits: readonly Hit[], choice: Choice, facet: Facet): FacetValue[] {
    const { keys } = loaded.get(facet) ?? nothing;
    const found = new Map<string, number>((choice[facet] ?? []).map((key) => [key, 0]));
    const counted = new Map<number, number>();
    for (const hit of filter(hits, choice, facet)) {
      for (const ordinal of ordinals(hit, facet)) counted.set(ordinal, (counted.get(ordinal) ?? 0) + 1);
    }
    for (const [ordinal, count] of counted) found.set(keys[ordinal] as string, count);
    const list = [...found].map(([key, count]) => ({ key, count, chosen: choice[facet]?.includes(key) ?? false }));
    return list
      .sort((left, right) => right.count - left.count || (left.key < right.key ? -1 : 1))
      .map((value) => ({ ...value, label: label(facet, value.key) }));
  }

  return {
    load: async (columns) => {
      await Promise.all(columns.map(loadColumn));
    },
    has: (column) => loaded.has(column),
    filter,
    counts,
    values: (hit, column) => ordinals(hit, column).map((ordinal) => loaded.get(column)?.keys[ordinal] ?? ''),
    label,
  };
}
