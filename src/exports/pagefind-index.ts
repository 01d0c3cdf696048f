import { CborWriter } from './cbor-writer.ts';
import { compareCodePoints, type FormPlaces, type WordPlaces } from './word-places.ts';

/**
 * Places of words in one file of the index. Pagefind’s own 20,000 make a reader load 40 kB for a word; a list that is
 * longer than this by itself still has a file of its own.
 */
export const PLACES_IN_A_FILE = 940;

/** Version of Pagefind whose format this is. */
export const PAGEFIND_VERSION = '1.6.0';

/** A run of words, as it stands in a file of the index (`pf_index`). */
export interface WordFile {
  /** Least that tells its first word from the last of the file before, and its last from the first of the next. */
  from: string;
  to: string;
  bytes: Uint8Array;
}

/**
 * Files of words in Pagefind’s format and arrangement (`index_words.rs`, `chunk_index` in `index/mod.rs`, version 1.6), in
 * order; without the mark that its files begin with.
 */
export function* wordFiles(words: readonly WordPlaces[]): Generator<WordFile> {
  const writer = new CborWriter();
  const runs = [...runsOf(words)];
  const ends = runs.map((run) => ({ from: (run[0] as WordPlaces).stem, to: (run.at(-1) as WordPlaces).stem }));
  for (let index = 1; index < ends.length; index++) {
    const [before, after] = [ends[index - 1] as Ends, ends[index] as Ends];
    const [to, from] = shortened(before.to, after.from);
    // A shorter end may come before its own beginning.
    if (compareCodePoints(to, before.from) >= 0) before.to = to;
    after.from = from;
  }
  for (const [index, run] of runs.entries()) {
    writer.array(1);
    writer.array(run.length);
    for (const word of run) writeWord(writer, word);
    yield { ...(ends[index] as Ends), bytes: writer.take() };
  }
}

interface Ends {
  from: string;
  to: string;
}

function* runsOf(words: readonly WordPlaces[]): Generator<WordPlaces[]> {
  let run: WordPlaces[] = [];
  let size = 0;
  for (const word of words) {
    run.push(word);
    size += word.variants.length;
    for (const { rows, numbers } of [word.plain, ...word.variants]) size += rows.length + numbers.length;
    if (size < PLACES_IN_A_FILE) continue;
    yield run;
    run = [];
    size = 0;
  }
  if (run.length > 0) yield run;
}

function writeWord(writer: CborWriter, { stem, plain, variants }: WordPlaces): void {
  writer.array(3);
  writer.text(stem);
  writePlaces(writer, plain);
  writer.array(variants.length);
  for (const variant of variants) {
    writer.array(2);
    writer.text(variant.variant as string);
    writePlaces(writer, variant);
  }
}

/** Each record as its number less the one before, its places, and places in fields that are kept, of which there are none. */
function writePlaces(writer: CborWriter, { rows, numbers, starts }: FormPlaces): void {
  writer.array(rows.length);
  let before = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number;
    const [start, end] = [starts[index] as number, starts[index + 1] as number];
    writer.array(3);
    writer.number(row - before);
    writer.array(end - start);
    for (let at = start; at < end; at++) writer.number(numbers[at] as number);
    writer.array(0);
    before = row;
  }
}

/** Both up to the first letter in which they differ. */
function shortened(before: string, after: string): [string, string] {
  const [left, right] = [[...before], [...after]];
  let same = 0;
  while (same < left.length && same < right.length && left[same] === right[same]) same++;
  return [left.slice(0, same + 1).join(''), right.slice(0, same + 1).join('')];
}

/** A record in the table of contents: its name, its words, and the file that it is shown from. */
export interface ListedRecord {
  id: string;
  words: number;
  file: string;
}

/** Pagefind’s table of contents (`pf_meta`): records, files of words; no filters, no sorts, no kept fields. */
export function contentsBytes(
  records: readonly ListedRecord[],
  files: readonly { from: string; to: string; name: string }[],
): Uint8Array {
  const writer = new CborWriter();
  writer.array(6);
  writer.text(PAGEFIND_VERSION);
  writer.array(records.length);
  for (const { id, words, file } of records) {
    writer.array(3);
    writer.text(id);
    writer.number(words);
    writer.text(file);
  }
  writer.array(files.length);
  for (const { from, to, name } of files) {
    writer.array(3);
    writer.text(from);
    writer.text(to);
    writer.text(name);
  }
  for (let empty = 0; empty < 3; empty++) writer.array(0);
  return writer.take();
}
