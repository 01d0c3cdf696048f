import type { SparseScores } from './sparse-scores.ts';

/** How fast repeating a word stops to count, and how much length counts: the values of Lucene and of the textbook. */
const K1 = 1.2;
const B = 0.75;
/** So many entries of the index are read for one text, rarest words first; all of them for texts of an ordinary wiki. */
export const MAX_ENTRIES = 2048;

/** Texts as counted words, ready to be asked which are alike. */
export interface TextIndex {
  /** Adds to each text that shares words with text `text` how alike it is; `MAX_ENTRIES` bounds the work. */
  addAlike(text: number, scores: SparseScores): void;
  /** Words both texts have, those that say most first. */
  sharedWords(one: number, other: number): number[];
}

/**
 * BM25 with one text as the query (Robertson & Zaragoza 2009, "The probabilistic relevance framework: BM25 and beyond"):
 * Σ over words of count in query · ln(1 + (N − df + ½)/(df + ½)) · tf · (k₁ + 1) / (tf + k₁ · (1 − b + b · length / mean)).
 *
 * `texts` are words by number; `rows` says which row of the caller's scores a text is. Building: O(words). A question:
 * O(words of the text · log + MAX_ENTRIES).
 */
export function textIndex(
  texts: readonly Uint32Array[],
  vocabulary: number,
  rows: readonly number[],
  maxEntries = MAX_ENTRIES,
): TextIndex {
  const counted = texts.map(countWords);
  const frequencies = new Uint32Array(vocabulary + 1);
  for (const { words } of counted) for (const word of words) (frequencies[word] as number)++;
  const starts = new Uint32Array(vocabulary + 1);
  for (let word = 0; word < vocabulary; word++) {
    starts[word + 1] = (starts[word] as number) + (frequencies[word] as number);
  }
  const next = starts.slice();
  const entries = new Uint32Array(starts[vocabulary] as number);
  const shares = new Float32Array(entries.length);
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / (texts.length || 1) || 1;
  for (const [text, { words, counts }] of counted.entries()) {
    const norm = K1 * (1 - B + (B * (texts[text] as Uint32Array).length) / mean);
    for (const [at, word] of words.entries()) {
      const slot = (next[word] as number)++;
      entries[slot] = text;
      const count = counts[at] as number;
      shares[slot] = (count * (K1 + 1)) / (count + norm);
    }
  }
  const rarity = (word: number) => {
    const frequency = frequencies[word] as number;
    return Math.log(1 + (texts.length - frequency + 0.5) / (frequency + 0.5));
  };
  return {
    addAlike(text, scores) {
      const { words, counts } = counted[text] as Counted;
      const order = [...words.keys()].sort(
        (left, right) =>
          (frequencies[words[left] as number] as number) - (frequencies[words[right] as number] as number) ||
          left - right,
      );
      let left = maxEntries;
      for (const at of order) {
        const word = words[at] as number;
        left -= frequencies[word] as number;
        if (left < 0) break;
        const weight = (counts[at] as number) * rarity(word);
        for (let slot = starts[word] as number; slot < (starts[word + 1] as number); slot++) {
          const other = entries[slot] as number;
          if (other !== text) scores.add(rows[other] as number, weight * (shares[slot] as number));
        }
      }
    },
    sharedWords(one, other) {
      const theirs = new Map<number, number>();
      const { words, counts } = counted[other] as Counted;
      for (const [at, word] of words.entries()) theirs.set(word, counts[at] as number);
      const mine = counted[one] as Counted;
      return [...mine.words.keys()]
        .flatMap((at) => {
          const word = mine.words[at] as number;
          const count = theirs.get(word);
          return count === undefined ? [] : [{ word, weight: (mine.counts[at] as number) * count * rarity(word) ** 2 }];
        })
        .sort((left, right) => right.weight - left.weight || left.word - right.word)
        .map(({ word }) => word);
    },
  };
}

interface Counted {
  /** Each word once, ascending, and how often it stands in the text. */
  words: Uint32Array;
  counts: Uint32Array;
}

function countWords(text: Uint32Array): Counted {
  const sorted = text.slice().sort();
  const words = new Uint32Array(sorted.length);
  const counts = new Uint32Array(sorted.length);
  let end = 0;
  for (const [at, word] of sorted.entries()) {
    if (at > 0 && sorted[at - 1] === word) (counts[end - 1] as number)++;
    else {
      words[end] = word;
      counts[end++] = 1;
    }
  }
  return { words: words.slice(0, end), counts: counts.slice(0, end) };
}
