import type { PageWords } from './page-words.ts';
import type { SparseScores } from './sparse-scores.ts';
import { askedEntries, gainsOf, lengthOf, MAX_ENTRIES, textStatistics } from './text-statistics.ts';

/** Texts of some pages, ready to be asked which are alike. */
export interface TextIndex {
  /** Adds to each page that shares words with page `row` how alike its text is, in whole units; `MAX_ENTRIES` bounds the work. */
  addAlike(row: number, scores: SparseScores): void;
  /** Words both pages have, those that say most first, as `one` first writes them. */
  sharedWords(one: number, other: number): string[];
}

/**
 * An inverted index of the texts of pages `rows`, with what each word of a text adds (`text-statistics.ts`). Building: O(words). A
 * question: O(words of the text + MAX_ENTRIES).
 */
export function textIndex(words: PageWords, rows: ArrayLike<number>, maxEntries = MAX_ENTRIES): TextIndex {
  const statistics = textStatistics(words, rows);
  const { steps } = statistics;
  const { rarity, norm, gain } = gainsOf(statistics);
  const { offsets, vocabulary, counts, forms } = words;
  const starts = new Uint32Array(vocabulary.stems.length + 1);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) {
      (starts[(words.words[entry] as number) + 1] as number)++;
    }
  }
  for (let word = 1; word < starts.length; word++) (starts[word] as number) += starts[word - 1] as number;
  const next = starts.slice();
  const texts = new Uint32Array(starts[starts.length - 1] as number);
  const gains = new Uint32Array(texts.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const ofLength = norm(lengthOf(words, row));
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) {
      const word = words.words[entry] as number;
      const slot = (next[word] as number)++;
      texts[slot] = row;
      gains[slot] = gain(steps[word] as number, counts[entry] as number, ofLength);
    }
  }
  return {
    addAlike(row, scores) {
      for (const entry of askedEntries(words, row, statistics, maxEntries)) {
        const word = words.words[entry] as number;
        const count = counts[entry] as number;
        const end = starts[word + 1] as number;
        for (let slot = starts[word] as number; slot < end; slot++) {
          const other = texts[slot] as number;
          if (other !== row) scores.add(other, count * (gains[slot] as number));
        }
      }
    },
    sharedWords(one, other) {
      const theirs = new Map<number, number>();
      for (let entry = offsets[other] as number; entry < (offsets[other + 1] as number); entry++) {
        theirs.set(words.words[entry] as number, counts[entry] as number);
      }
      const shared: { form: string; stem: string; weight: number }[] = [];
      for (let entry = offsets[one] as number; entry < (offsets[one + 1] as number); entry++) {
        const word = words.words[entry] as number;
        const count = theirs.get(word);
        if (count === undefined) continue;
        shared.push({
          form: vocabulary.forms[forms[entry] as number] as string,
          stem: vocabulary.stems[word] as string,
          weight: (counts[entry] as number) * count * rarity(steps[word] as number) ** 2,
        });
      }
      return shared
        .sort((left, right) => right.weight - left.weight || (left.stem < right.stem ? -1 : 1))
        .map(({ form }) => form);
    },
  };
}
