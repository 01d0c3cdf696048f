import { innerWords } from './inner-words.ts';
import { Numbers } from './numbers.ts';
import { MOMENT_WEIGHT, PARTS, WEIGHTS } from './search-entry.ts';
import type { TokenRows, TokenTable } from './token-table.ts';

/** A word in more records than this is common: the list of its places is what a query waits for. */
export const COMMON_FROM = 1000;

const PROSE = PARTS.indexOf('prose');
const NAMES = PARTS.indexOf('names');
/** Of the words in a token, none, some or all are common. */
const [UNCOMMON, PARTLY_COMMON, COMMON] = [0, 1, 2];

/** In how many records a word is at all, and in how many it is more than a mention in the prose of a page; by number. */
export interface WordCounts {
  all: number[];
  told: number[];
}

/** Words of all records are counted once a record. `isMoment`: they are said at a second. */
export function countWords(rows: TokenRows, table: TokenTable, isMoment: boolean): WordCounts {
  const { tokens, starts } = rows;
  const counts: WordCounts = { all: [], told: [] };
  const seenIn: number[] = [];
  const toldIn: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    const first = row * PARTS.length;
    const prose = starts[first + PROSE] as number;
    const proseEnd = starts[first + PROSE + 1] as number;
    const end = starts[first + PARTS.length] as number;
    for (let at = starts[first] as number; at < end; at++) {
      const isTold = isMoment || at < prose || at >= proseEnd;
      const words = table.wordsIn(tokens[at] as number);
      for (let index = 0; index < words.length; index++) {
        const word = words[index] as number;
        if (seenIn[word] !== row) {
          seenIn[word] = row;
          counts.all[word] = (counts.all[word] ?? 0) + 1;
        }
        if (isTold && toldIn[word] !== row) {
          toldIn[word] = row;
          counts.told[word] = (counts.told[word] ?? 0) + 1;
        }
      }
    }
  }
  return counts;
}

/** Common words, each with its rank, the commonest first, and whether so many pages tell of it that prose need not. */
export type CommonWords = ReadonlyMap<number, { rank: number; isTold: boolean }>;

export function commonWords({ all, told }: WordCounts, table: TokenTable): CommonWords {
  const common: number[] = [];
  for (let word = 0; word < all.length; word++) if ((all[word] ?? 0) > COMMON_FROM) common.push(word);
  common.sort(
    (left, right) =>
      (all[right] as number) - (all[left] as number) || (table.textOf(left) < table.textOf(right) ? -1 : 1),
  );
  return new Map(common.map((word, rank) => [word, { rank, isTold: (told[word] ?? 0) > COMMON_FROM }]));
}

/** Tokens of records in the order in which they are indexed, each with its weight: those of row `r` begin at `starts.at(r)`. */
export interface ArrangedRows {
  count: number;
  starts: Numbers;
  tokens: Numbers;
  weights: Numbers;
}

/**
 * Arranges the tokens of each record as they are to be indexed. A common word stands once in a record, in front, in the same
 * order everywhere: lists of places that are alike take a fifth of the bytes, and a word that every third record has tells
 * little by where it stands. Where a thousand pages have it in what names or sums them up, those that mention it in passing are
 * left out.
 */
export function arrangeRows(rows: TokenRows, table: TokenTable, isMoment: boolean): ArrangedRows {
  const counts = countWords(rows, table, isMoment);
  const common = commonWords(counts, table);
  return arrangeWith(rows, table, isMoment, common, (word) => (counts.all[word] ?? 0) > 0);
}

/** The same, when it is known which words are common, and which any record has. */
export function arrangeWith(
  rows: TokenRows,
  table: TokenTable,
  isMoment: boolean,
  common: CommonWords,
  isKnown: (word: number) => boolean,
): ArrangedRows {
  const arranged: ArrangedRows = {
    count: rows.count,
    starts: new Numbers(),
    tokens: new Numbers(),
    weights: new Numbers(),
  };
  const inner = new Map<number, number[]>();

  function innerOf(word: number): number[] {
    let found = inner.get(word);
    if (!found) {
      const isWord = (part: string) => {
        const number = table.find(part);
        return number !== undefined && isKnown(number);
      };
      found = innerWords([table.textOf(word)], isWord).map((part) => table.numberOf(part));
      inner.set(word, found);
    }
    return found;
  }

  function proseOf(row: number): ArrayLike<number> {
    const prose = rows.part(row, PROSE);
    if (isMoment) return prose;
    const within = new Set<number>();
    for (const token of rows.part(row, NAMES)) {
      for (const word of table.wordsIn(token)) for (const part of innerOf(word)) within.add(part);
    }
    return within.size === 0 ? prose : [...prose, ...within];
  }

  const byRank = (left: number, right: number) => (common.get(left)?.rank ?? 0) - (common.get(right)?.rank ?? 0);
  /** The last record in which a common word was met. */
  const seenIn: number[] = [];
  const kinds: number[] = [];

  /** How many of the words in a token are common. */
  function kindOf(token: number): number {
    const words = table.wordsIn(token);
    const some = words.reduce((sum, word) => sum + (common.has(word) ? 1 : 0), 0);
    return some === 0 ? UNCOMMON : some < words.length ? PARTLY_COMMON : COMMON;
  }

  function take(token: number, weight: number): void {
    arranged.tokens.add(token);
    arranged.weights.add(weight);
  }

  /** Signs end a paragraph: some words are taken apart at them and would not be at a gap. */
  function takeParagraph(tokens: readonly number[], weight: number): void {
    const last = tokens.length - 1;
    for (let at = 0; at < last; at++) take(tokens[at] as number, weight);
    if (last >= 0) take(table.ended(tokens[last] as number), weight);
  }

  function arrange(row: number): void {
    const inFront: number[][] = [];
    const behind: number[][] = [];
    for (let part = 0; part < PARTS.length; part++) {
      const tokens = part === PROSE ? proseOf(row) : rows.part(row, part);
      const isMentioned = part === PROSE && !isMoment;
      const before: number[] = [];
      const after: number[] = [];
      for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at] as number;
        kinds[token] ??= kindOf(token);
        if (kinds[token] !== COMMON) after.push(token);
        if (kinds[token] === UNCOMMON) continue;
        for (const word of table.wordsIn(token)) {
          if (seenIn[word] === row || !common.has(word)) continue;
          seenIn[word] = row;
          if (!isMentioned || !common.get(word)?.isTold) before.push(word);
        }
      }
      inFront.push(before);
      behind.push(after);
    }
    if (isMoment) {
      for (const word of inFront.flat().sort(byRank)) take(word, MOMENT_WEIGHT);
      for (const tokens of behind) for (const token of tokens) take(token, MOMENT_WEIGHT);
      return;
    }
    for (const [part, words] of inFront.entries()) takeParagraph(words.sort(byRank), weightOf(part));
    for (const [part, tokens] of behind.entries()) takeParagraph(tokens, weightOf(part));
  }

  for (let row = 0; row < rows.count; row++) {
    arranged.starts.add(arranged.tokens.length);
    arrange(row);
  }
  arranged.starts.add(arranged.tokens.length);
  return arranged;
}

function weightOf(part: number): number {
  return WEIGHTS[PARTS[part] as (typeof PARTS)[number]];
}
