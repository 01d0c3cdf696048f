import { largestOn, middleOf, STEPS, stepOf } from './geometric-steps.ts';
import type { PageWords } from './page-words.ts';

/** How fast repeating a word stops to count, and how much length counts: the values of Lucene and of the textbook. */
const K1 = 1.2;
const B = 0.75;
/** So many entries of the index are read for one text, rarest words first; all of them for texts of an ordinary wiki. */
export const MAX_ENTRIES = 2048;
/** Units of a gain: whole numbers add up to the same in any order, and sums of them stay far below 2^53. */
const UNITS = 2 ** 20;
/** The mean length is told in parts of a word, so that the mean of very short texts has steps too. */
const PARTS = 16;

/**
 * What the weight of words depends on among the texts of some pages. It is told in steps (`geometric-steps.ts`), so that an edit of one
 * text leaves it alone nearly always, and with it the likeness of any two others.
 */
export interface TextStatistics {
  /** The step of how many of the texts have each word; 0 for words of none. */
  readonly steps: Uint8Array;
  /** The step of how many texts there are, and of their mean length. */
  readonly size: number;
  readonly length: number;
}

/** Over the pages `rows`. O(words). */
export function textStatistics(words: PageWords, rows: ArrayLike<number>): TextStatistics {
  const frequencies = new Uint32Array(words.vocabulary.stems.length);
  let total = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    for (let entry = words.offsets[row] as number; entry < (words.offsets[row + 1] as number); entry++) {
      (frequencies[words.words[entry] as number] as number)++;
      total += words.counts[entry] as number;
    }
  }
  return {
    steps: Uint8Array.from(frequencies, (frequency) => (frequency > 0 ? stepOf(frequency) : 0)),
    size: stepOf(rows.length || 1),
    length: stepOf(Math.max(1, Math.round((PARTS * total) / (rows.length || 1)))),
  };
}

/**
 * What one mention in the text asked about adds for a text that has the word too: BM25 with one text as the query (Robertson &
 * Zaragoza 2009, "The probabilistic relevance framework: BM25 and beyond"), told in whole units. The likeness of a text is
 * Σ over words of count in the query · ln(1 + (N − df + ½)/(df + ½)) · tf · (k₁ + 1) / (tf + k₁ · (1 − b + b · length / mean)).
 */
export function gainsOf({ size, length }: Pick<TextStatistics, 'size' | 'length'>) {
  const rarities = Float64Array.from({ length: STEPS - 1 }, (_, step) => {
    const frequency = middleOf(step);
    return Math.log(1 + (Math.max(middleOf(size) - frequency, 0) + 0.5) / (frequency + 0.5));
  });
  const mean = middleOf(length) / PARTS;
  return {
    rarity: (step: number) => rarities[step] as number,
    /** What length does to a text of so many words. */
    norm: (words: number) => K1 * (1 - B + (B * words) / mean),
    /** At least 1, so that every shared word counts. */
    gain: (step: number, count: number, norm: number) =>
      Math.ceil((UNITS * (rarities[step] as number) * count * (K1 + 1)) / (count + norm)),
  };
}

/** How many words a text has, repeated ones as often as they stand there. */
export function lengthOf({ offsets, counts }: PageWords, row: number): number {
  let length = 0;
  for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) {
    length += counts[entry] as number;
  }
  return length;
}

/**
 * Which words of a text are asked about: the rarest first, as long as no more than `maxEntries` entries of an index are to be read, each
 * word taken for as many as its step may have. Of words on one step those first by their stems. Answers entries of `words`; which ones
 * depends on the text and the steps of its words alone. O(words of the text).
 */
export function askedEntries(
  words: PageWords,
  row: number,
  { steps }: Pick<TextStatistics, 'steps'>,
  maxEntries = MAX_ENTRIES,
): number[] {
  const { offsets, vocabulary } = words;
  const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
  const stepAt = (entry: number) => steps[words.words[entry] as number] as number;
  const perStep = new Uint32Array(STEPS);
  for (let entry = start; entry < end; entry++) (perStep[stepAt(entry)] as number)++;
  let left = maxEntries;
  let last = 0;
  while (last < STEPS - 1 && (perStep[last] as number) * largestOn(last) <= left) {
    left -= (perStep[last] as number) * largestOn(last);
    last++;
  }
  const asked: number[] = [];
  const rest: number[] = [];
  for (let entry = start; entry < end; entry++) {
    if (stepAt(entry) < last) asked.push(entry);
    else if (stepAt(entry) === last) rest.push(entry);
  }
  const room = Math.floor(left / largestOn(last));
  if (rest.length === 0 || room === 0) return asked;
  const stemAt = (entry: number) => vocabulary.stems[words.words[entry] as number] as string;
  rest.sort((one, other) => (stemAt(one) < stemAt(other) ? -1 : 1));
  return [...asked, ...rest.slice(0, room)];
}
