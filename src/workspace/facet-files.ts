import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShownRecord } from '../exports/search-entry.ts';
import { facetFiles } from '../exports/search-index.ts';
import type { RecordFacets } from '../wiki/views/contracts/search-facets.ts';
import { digestOf } from './model-digest.ts';
import { replaceFile } from './replace-file.ts';

const TAB = 9;

/** The records of an index as `IndexedRecords` keeps them. */
export interface FacetRows {
  ids: readonly string[];
  lines(): readonly Uint8Array[];
  /** Stands for all that columns show of them. */
  facets: string;
}

/** Stands for what records can be narrowed by and, of pages, for what they are called. */
export function facetsDigest(ids: readonly string[], lines: readonly Uint8Array[], isMoment: boolean): string {
  const sum = createHash('sha1').update(isMoment ? '' : ids.join('\n'));
  for (const line of lines) sum.update(isMoment ? line.subarray(0, line.indexOf(TAB) + 1) : line);
  return sum.digest('base64url');
}

/**
 * Writes the columns of all indexes into a folder, those that were kept where they were made of the same. Answers how
 * many values each has.
 */
export async function writeFacets(
  folder: string,
  indexes: Readonly<Record<string, FacetRows>>,
  kept: string | undefined,
  key: string,
): Promise<Record<string, number>> {
  const madeOf = [key, ...Object.entries(indexes).map(([name, { facets }]) => `${name} ${facets}`)].join('\n');
  let columns = kept === undefined ? undefined : await openColumns(kept, madeOf);
  if (!columns) {
    columns = makeColumns(indexes);
    if (kept !== undefined) await keepColumns(kept, madeOf, columns);
  }
  for (const { column, text } of columns) await writeFile(join(folder, `${column}.json`), text);
  return Object.fromEntries(columns.map(({ column, values }) => [column, values]));
}

interface FacetColumn {
  column: string;
  values: number;
  text: string;
}

function makeColumns(indexes: Readonly<Record<string, FacetRows>>): FacetColumn[] {
  const titles = new Map<string, string>();
  const lines = Object.fromEntries(Object.entries(indexes).map(([name, index]) => [name, index.lines()]));
  for (const [row, id] of (indexes.pages?.ids ?? []).entries()) {
    const line = lines.pages?.[row] as Uint8Array;
    const shown = JSON.parse(textOf(line.subarray(line.indexOf(TAB) + 1))) as ShownRecord;
    titles.set(id, shown.meta.title ?? '');
  }
  const records = Object.entries(lines).map(([name, own]) => [
    name,
    own.map((line) => ({ facets: JSON.parse(textOf(line.subarray(0, line.indexOf(TAB)))) as RecordFacets })),
  ]);
  return [...facetFiles(Object.fromEntries(records), (id) => titles.get(id))].map(([column, file]) => ({
    column,
    values: file.values.length,
    text: JSON.stringify(file),
  }));
}

/** A digest of all that follows, and JSON. */
async function keepColumns(path: string, madeOf: string, columns: readonly FacetColumn[]): Promise<void> {
  const rest = JSON.stringify({ madeOf, columns });
  await replaceFile(path, `${digestOf(rest)}\n${rest}`).catch(() => undefined);
}

async function openColumns(path: string, madeOf: string): Promise<FacetColumn[] | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  const rest = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== digestOf(rest)) return undefined;
  const found = JSON.parse(rest) as { madeOf: string; columns: FacetColumn[] };
  return found.madeOf === madeOf ? found.columns : undefined;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
