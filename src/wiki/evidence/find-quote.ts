import type { Timeline } from './timeline.ts';

/** Words of the transcript: from, and up to but without. */
export type WordRange = readonly [number, number];

/** Every place where the words stand in that order, without a gap. */
export function findWords(timeline: Timeline, quote: readonly string[], within?: WordRange): number[] {
  const { words } = timeline;
  const [from, to] = within ?? [0, words.length];
  const first = quote[0];
  const found: number[] = [];
  if (first === undefined) return found;
  for (let at = words.indexOf(first, from); at !== -1 && at + quote.length <= to; at = words.indexOf(first, at + 1)) {
    let length = 1;
    while (length < quote.length && words[at + length] === quote[length]) length++;
    if (length === quote.length) found.push(at);
  }
  return found;
}

export interface NearQuote {
  range: WordRange;
  /** 1 when every word is there in order; each word added, left out or changed costs one. */
  likeness: number;
}

/** Longest quote compared word by word, so that a page pasted as a quote cannot stall the check. */
const MAX_WORDS = 400;

/** The stretch of the transcript most like the quote (Sellers 1980: edit distance with a free start and end). */
export function nearestQuote(timeline: Timeline, whole: readonly string[]): NearQuote | undefined {
  const quote = whole.slice(0, MAX_WORDS);
  const { words } = timeline;
  if (quote.length === 0 || words.length === 0) return undefined;
  let costs = new Uint16Array(quote.length + 1).map((_, index) => index);
  let starts = new Int32Array(quote.length + 1);
  let next = new Uint16Array(quote.length + 1);
  let nextStarts = new Int32Array(quote.length + 1);
  let best = { cost: quote.length, start: 0, end: 0 };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    next[0] = 0;
    nextStarts[0] = at + 1;
    starts[0] = at;
    for (let index = 1; index <= quote.length; index++) {
      const change = (costs[index - 1] as number) + (quote[index - 1] === word ? 0 : 1);
      const extra = (costs[index] as number) + 1;
      const missing = (next[index - 1] as number) + 1;
      const cost = Math.min(change, extra, missing);
      next[index] = cost;
      nextStarts[index] = (
        cost === change ? starts[index - 1] : cost === extra ? starts[index] : nextStarts[index - 1]
      ) as number;
    }
    const cost = next[quote.length] as number;
    const start = nextStarts[quote.length] as number;
    // A word changed at the end costs what a word left out does; it shows more.
    const isLonger = cost === best.cost && start === best.start && at === best.end && cost < quote.length;
    if (cost < best.cost || isLonger) best = { cost, start, end: at + 1 };
    [costs, next] = [next, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }
  return best.end === 0 ? undefined : { range: [best.start, best.end], likeness: 1 - best.cost / quote.length };
}

/** What differs, in words: `we [-always-] {+often+} index it`. */
export function showDifference(quote: readonly string[], said: readonly string[]): string {
  const rows = quote.length + 1;
  const columns = said.length + 1;
  const common = new Uint16Array(rows * columns);
  for (let row = quote.length - 1; row >= 0; row--) {
    for (let column = said.length - 1; column >= 0; column--) {
      common[row * columns + column] =
        quote[row] === said[column]
          ? (common[(row + 1) * columns + column + 1] as number) + 1
          : Math.max(common[(row + 1) * columns + column] as number, common[row * columns + column + 1] as number);
    }
  }
  const shown: string[] = [];
  let row = 0;
  let column = 0;
  while (row < quote.length || column < said.length) {
    if (row < quote.length && quote[row] === said[column]) {
      shown.push(quote[row++] as string);
      column++;
    } else if (
      row < quote.length &&
      (column >= said.length ||
        (common[(row + 1) * columns + column] as number) >= (common[row * columns + column + 1] as number))
    ) {
      shown.push(`[-${quote[row++]}-]`);
    } else shown.push(`{+${said[column++]}+}`);
  }
  return shown.join(' ').replaceAll('-] [-', ' ').replaceAll('+} {+', ' ');
}
