import {
  decodeColumn,
  decodeIds,
  FACETS,
  type Facet,
  type FacetTable,
} from '../../wiki/views/contracts/search-facets.ts';
import type { Hit, IndexName } from './engine.ts';

/** Values chosen, by facet: any of one facet, and of every facet. */
export type Choice = Partial<Record<Facet, readonly string[]>>;

export interface FacetValue {
  key: string;
  label: string;
  count: number;
  chosen: boolean;
}

export interface FacetReader {
  matches(hit: Hit, choice: Choice, except?: Facet): boolean;
  /** How many of the hits each value would leave, its own facet aside. */
  counts(hits: readonly Hit[], choice: Choice, facet: Facet): FacetValue[];
  values(hit: Hit, facet: Facet | 'day'): string[];
  label(facet: Facet, key: string): string;
}

interface DecodedTable {
  rowOf: Map<string, number>;
  rows: Map<Facet | 'day', number[][]>;
  table: FacetTable;
}

const NO_TABLE: DecodedTable = { rowOf: new Map(), rows: new Map(), table: { ids: '', idLength: 0, columns: {} } };

export function createFacetReader(tables: Partial<Record<IndexName, FacetTable>>): FacetReader {
  const decoded = Object.fromEntries(
    Object.entries(tables).map(([index, table]) => [index, decodeTable(table)]),
  ) as Partial<Record<IndexName, DecodedTable>>;

  function values(hit: Hit, facet: Facet | 'day'): string[] {
    const { rowOf, rows, table } = decoded[hit.index] ?? NO_TABLE;
    const row = rowOf.get(hit.id);
    if (row === undefined) return [];
    const keys = table.columns[facet]?.keys;
    return (rows.get(facet)?.[row] ?? []).map((ordinal) => keys?.[ordinal] ?? '');
  }

  function matches(hit: Hit, choice: Choice, except?: Facet): boolean {
    return FACETS.every((facet) => {
      const wanted = choice[facet];
      if (facet === except || !wanted || wanted.length === 0) return true;
      return values(hit, facet).some((value) => wanted.includes(value));
    });
  }

  function label(facet: Facet, key: string): string {
    for (const { table } of Object.values(decoded)) {
      const at = table.columns[facet]?.keys.indexOf(key) ?? -1;
      if (at !== -1) return table.columns[facet]?.labels?.[at] ?? key;
    }
    return key;
  }

  function counts(hits: readonly Hit[], choice: Choice, facet: Facet): FacetValue[] {
    const found = new Map<string, number>((choice[facet] ?? []).map((key) => [key, 0]));
    for (const hit of hits) {
      if (!matches(hit, choice, facet)) continue;
      for (const value of values(hit, facet)) found.set(value, (found.get(value) ?? 0) + 1);
    }
    const list = [...found].map(([key, count]) => ({
      key,
      label: label(facet, key),
      count,
      chosen: choice[facet]?.includes(key) ?? false,
    }));
    return list.sort((left, right) => right.count - left.count || (left.key < right.key ? -1 : 1));
  }

  return { matches, counts, values, label };
}

function decodeTable(table: FacetTable): DecodedTable {
  const rows = new Map(
    Object.entries(table.columns).map(([facet, column]) => [facet as Facet | 'day', decodeColumn(column)]),
  );
  return { rowOf: decodeIds(table), rows, table };
}
