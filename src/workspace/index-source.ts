import { readFile } from 'node:fs/promises';
import type { PublishedEpisode } from '../exports/passages.ts';
import { type SearchedTexts, searchedTexts, shownOf } from '../exports/search-entry.ts';
import type { SearchRecord } from '../exports/search-records.ts';
import { digestOf } from './model-digest.ts';
import { readPassages } from './read-passages.ts';
import type { PlannedRecords } from './search-plan.ts';

/** What an index is made of; records are numbered in this order. */
export interface IndexSource {
  isMoment: boolean;
  /** Empty where nobody asks for a record by it. */
  ids: string[];
  /** A digest of each record. */
  digests(): Promise<string[]>;
  /** Says every record, to be read where that is needed. */
  each(take: (row: number, read: () => WrittenRecord) => void): Promise<void>;
}

export interface WrittenRecord {
  /** What it can be narrowed by and what a result shows of it: JSON, a tab, JSON, and the end of a line. */
  line: Uint8Array;
  texts: SearchedTexts;
}

/** A record as it is written down: what is kept of it word for word, and on a line of its own the texts it is found by. */
export function writtenRecord(record: SearchRecord): string {
  const kept = `${JSON.stringify(record.facets)}\t${JSON.stringify(shownOf(record))}`;
  return `${kept}\n${JSON.stringify(searchedTexts(record))}\n`;
}

/** Pages or claims, as they were written down in `file`. `known` answers the digest of a record that was not. */
export async function plannedSource(
  file: string,
  { ids, written }: PlannedRecords,
  isMoment: boolean,
  known: (id: string) => string,
): Promise<IndexSource> {
  const lines = recordsIn(await readFile(file));
  const lineOf = written ? new Map(written.map((row, index) => [row, lines[index] as Buffer])) : undefined;
  const line = (row: number) => (lineOf ? lineOf.get(row) : lines[row]);
  return {
    isMoment,
    ids,
    async digests() {
      return ids.map((id, row) => {
        const own = line(row);
        return own ? digestOf(own) : known(id);
      });
    },
    async each(take) {
      for (let row = 0; row < ids.length; row++) take(row, () => readRecord(line(row) as Buffer));
    },
  };
}

/** Passages, from the transcripts themselves, one transcript in memory at a time. */
export function passageSource(folder: string, episodes: readonly PublishedEpisode[]): IndexSource {
  return {
    isMoment: true,
    ids: [],
    async digests() {
      const digests: string[] = [];
      for await (const record of readPassages(folder, episodes)) digests.push(digestOf(writtenRecord(record)));
      return digests;
    },
    async each(take) {
      let row = 0;
      for await (const record of readPassages(folder, episodes))
        take(row++, () => readRecord(Buffer.from(writtenRecord(record))));
    },
  };
}

function readRecord(written: Buffer): WrittenRecord {
  const end = written.indexOf(10) + 1;
  return { line: written.subarray(0, end), texts: JSON.parse(written.toString('utf8', end)) as SearchedTexts };
}

/** Two lines a record. */
function recordsIn(bytes: Buffer): Buffer[] {
  const records: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, bytes.indexOf(10, start) + 1) + 1;
    records.push(bytes.subarray(start, end));
    start = end;
  }
  return records;
}
