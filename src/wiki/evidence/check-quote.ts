import { formatTime } from '../text/timestamp.ts';
import { findWords, nearestQuote, showDifference, type WordRange } from './find-quote.ts';
import type { EvidenceFinding } from './finding.ts';
import { type TimedCue, type Timeline, wordAt } from './timeline.ts';
import { quoteWords } from './words.ts';

/** Likeness from which a stretch of the transcript is shown as what was probably meant. */
const CLOSE = 0.6;

export interface QuoteCheck {
  /** Words of the transcript it was found at. */
  found?: WordRange;
  finding?: EvidenceFinding;
}

/** Looks for a quote word for word in the claim's ranges and says where else it is, or how it differs. */
export function checkQuote(
  timeline: Timeline,
  quote: string,
  ranges: readonly (readonly [number, number])[],
  speaksWell: (cue: TimedCue) => boolean,
): QuoteCheck {
  const words = quoteWords(quote);
  const finding = (message: string, hint?: string): QuoteCheck => ({
    finding: { code: 'quote-not-verbatim', path: ['quote'], message, ...(hint ? { hint } : {}) },
  });
  if (words.length === 0) return finding('the quote holds no words', 'quote the words as in the transcript');
  const cueOf = (word: number) => timeline.cues[timeline.cueOf[word] as number] as TimedCue;
  const time = (word: number) => formatTime(timeline.at[word] ?? 0);
  const all = findWords(timeline, words);
  const windows = ranges.map((range) => wordsOf(timeline, range));
  const within = all.filter((at) => windows.some(([from, to]) => at >= from && at + words.length <= to));
  const spoken = within.find((at) => speaksWell(cueOf(at)));
  if (spoken !== undefined) return { found: [spoken, spoken + words.length] };
  if (within[0] !== undefined) {
    return finding(`the quote is said there by ${cueOf(within[0]).speaker ?? 'somebody else'}`, 'quote the guest');
  }
  const elsewhere = all.find((at) => speaksWell(cueOf(at))) ?? all[0];
  if (elsewhere !== undefined) {
    const who = speaksWell(cueOf(elsewhere)) ? '' : ` by ${cueOf(elsewhere).speaker ?? 'somebody else'}`;
    return finding(`the quote is not in this range; it is said at ${time(elsewhere)}${who}`, 'move the range to it');
  }
  const near = nearestQuote(timeline, words);
  if (near && near.likeness >= CLOSE) {
    const shown = showDifference(words, timeline.words.slice(...near.range));
    return finding(`the quote differs from what is said at ${time(near.range[0])}: ${shown}`, 'quote it word for word');
  }
  return finding('the quote is not in the transcript', 'quote what was said, or leave the quote out');
}

/** Every word of the cues that overlap a range: within a long turn the second of a word is an estimate. */
function wordsOf(timeline: Timeline, [from, to]: readonly [number, number]): WordRange {
  const first = wordAt(timeline, from);
  const last = wordAt(timeline, to + 1) - 1;
  const cueStart = timeline.cues[timeline.cueOf[Math.max(0, Math.min(first, last))] as number]?.words[0] ?? 0;
  const cueEnd = timeline.cues[timeline.cueOf[Math.max(first, last)] as number]?.words[1] ?? 0;
  return [cueStart, cueEnd];
}
