import type { AnyNode, NodeId } from '../../corpus/node.ts';
import { fingerprintNumber } from '../../text/fingerprint.ts';
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
 * `before` are not read again; those of which `isSame` knows that are not even looked at. O(letters).
 */
export function pageWords(
  pages: readonly WordedPage[],
  before?: PageWords,
  isSame: (id: NodeId) => boolean = () => false,
): PageWords {
  const vocabulary = before?.vocabulary ?? new Vocabulary();
  const readText = textReader(vocabulary);
  const rowBefore = new Map(before?.ids.map((id, row) => [id, row]));
  const prints = new Float64Array(pages.length);
  const offsets = new Uint32Array(pages.length + 1);
  const texts = pages.map((page, row) => {
    const known = rowBefore.get(page.id);
    const isKnown = before !== undefined && known !== undefined && isSame(page.id);
    const text = isKnown ? '' : textOf(page);
    const print = isKnown ? (before.prints[known] as number) : fingerprintNumber(text);
    const words =
      before && known !== undefined && before.prints[known] === print ? wordsIn(before, known) : readText(text);
    prints[row] = print;
    offsets[row + 1] = (offsets[row] as number) + words.forms.length;
    return words;
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

interface CountedForms {
  forms: ArrayLike<number>;
  counts: ArrayLike<number>;
}

function wordsIn({ offsets, forms, counts }: PageWords, row: number): CountedForms {
  const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
  return { forms: forms.subarray(start, end), counts: counts.subarray(start, end) };
}

/** What a page says; its parts are lines. */
function textOf({ title, aliases, summary, proses }: WordedPage): string {
  let text = title;
  for (const alias of aliases) text += `\n${alias}`;
  text += `\n${summary ?? ''}`;
  for (const prose of proses) text += `\n${prose.text}`;
  return text;
}

function textReader(vocabulary: Vocabulary): (text: string) => CountedForms {
  /** By word, which text last had it, and where it stands there. */
  const lastIn: number[] = [];
  const places: number[] = [];
  let number = 0;
  return (text) => {
    number++;
    const forms: number[] = [];
    const counts: number[] = [];
    for (const written of text.normalize('NFKC').toLowerCase().match(WORD) ?? []) {
      const form = vocabulary.formOf(written);
      const word = vocabulary.wordOf[form] as number;
      if (lastIn[word] === number) (counts[places[word] as number] as number)++;
      else {
        lastIn[word] = number;
        places[word] = forms.length;
        forms.push(form);
        counts.push(1);
      }
    }
    return { forms, counts };
  };
}
