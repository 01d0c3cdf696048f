import type { AnyNode, NodeId } from '../../corpus/node.ts';
import { fingerprinter } from '../../text/fingerprint.ts';
import { Vocabulary } from './vocabulary.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** What of a page is read. */
export type WordedPage = Pick<AnyNode, 'id' | 'title' | 'aliases' | 'summary' | 'proses'>;

/**
 * Words of all pages, counted. Those of page `row` are entries `offsets[row]` up to `offsets[row + 1]` of `words`, `forms`, `counts`,
 * each word once, in the order in which the page first writes them. Memory: 12 bytes a word of a page.
 */
export interface PageWords {
  readonly ids: readonly NodeId[];
  /** A fingerprint of what each page says: below 2^53. */
  readonly prints: Float64Array;
  readonly vocabulary: Vocabulary;
  readonly offsets: Uint32Array;
  /** Numbers of words in the vocabulary. */
  readonly words: Uint32Array;
  /** The form in which this page first writes the word. */
  readonly forms: Uint32Array;
  /** How often it does, in any form. */
  readonly counts: Uint32Array;
}

/**
 * What pages say in their own words: title (of a claim: its text), other names, summary and prose. Pages that say what they said
 * `before` are not read again. O(letters).
 */
export function pageWords(pages: readonly WordedPage[], before?: PageWords): PageWords {
  const vocabulary = before?.vocabulary ?? new Vocabulary();
  const rowBefore = new Map(before?.ids.map((id, row) => [id, row]));
  const prints = Float64Array.from(pages, printOf);
  const offsets = new Uint32Array(pages.length + 1);
  const texts = pages.map((page, row) => {
    const known = rowBefore.get(page.id);
    const text =
      before && known !== undefined && before.prints[known] === prints[row]
        ? textOf(before, known)
        : readText(page, vocabulary);
    offsets[row + 1] = (offsets[row] as number) + text.forms.length;
    return text;
  });
  const forms = new Uint32Array(offsets[pages.length] as number);
  const counts = new Uint32Array(forms.length);
  for (const [row, text] of texts.entries()) {
    forms.set(text.forms, offsets[row]);
    counts.set(text.counts, offsets[row]);
  }
  const ids = pages.map(({ id }) => id);
  return { ids, prints, vocabulary, offsets, forms, words: wordsOfForms(vocabulary, forms), counts };
}

/** The word of each form. */
export function wordsOfForms({ wordOf }: Vocabulary, forms: Uint32Array): Uint32Array {
  return forms.map((form) => wordOf[form] as number);
}

interface Text {
  forms: ArrayLike<number>;
  counts: ArrayLike<number>;
}

function textOf({ offsets, forms, counts }: PageWords, row: number): Text {
  const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
  return { forms: forms.subarray(start, end), counts: counts.subarray(start, end) };
}

/** What a page says, part by part; the parts are lines to the reader of words. */
function partsOf({ title, aliases, summary, proses }: WordedPage): string[] {
  return [title, ...aliases, summary ?? '', ...proses.map((prose) => prose.text)];
}

function printOf(page: WordedPage): number {
  const print = fingerprinter();
  for (const part of partsOf(page)) {
    print.add(part);
    print.add('\n');
  }
  return Number.parseInt(print.done(), 36);
}

function readText(page: WordedPage, vocabulary: Vocabulary): Text {
  const places = new Map<number, number>();
  const forms: number[] = [];
  const counts: number[] = [];
  const written = partsOf(page).join('\n').normalize('NFKC').toLowerCase();
  for (const form of written.match(WORD) ?? []) {
    const number = vocabulary.formOf(form);
    const word = vocabulary.wordOf[number] as number;
    const place = places.get(word);
    if (place === undefined) {
      places.set(word, forms.length);
      forms.push(number);
      counts.push(1);
    } else (counts[place] as number)++;
  }
  return { forms, counts };
}
