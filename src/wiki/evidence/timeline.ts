import type { Cue } from '../importers/transcripts/transcript.ts';
import { contentStem, quoteWords } from './words.ts';

/** A cue with the whole seconds it fills. */
export interface TimedCue extends Cue {
  /** Whole second it starts at, mended where the source's times run backwards. */
  second: number;
  /** Its words: from, and up to but without. */
  words: readonly [number, number];
  /** Whether the time is the source's own. */
  isMended: boolean;
}

/** A transcript as a row of words with a second each. Times of a long turn are spread over its words. */
export interface Timeline {
  cues: readonly TimedCue[];
  words: readonly string[];
  stems: readonly (string | undefined)[];
  /** Second of each word; never runs backwards. */
  at: Float64Array;
  /** Cue of each word. */
  cueOf: Uint32Array;
  /** Where the recording is taken to end: what is declared may be shorter than what was said. */
  end: number;
  hasSpeakers: boolean;
}

/** Words a second when a source does not say how long its last words take: slow, so that nothing true is cut off. */
const SLOW_WORDS_A_SECOND = 1.5;

export function timelineOf(cues: readonly Cue[], declaredEnd = 0): Timeline {
  const kept = steadyCues(cues);
  const words: string[] = [];
  const timed: TimedCue[] = [];
  let second = 0;
  for (const [index, cue] of cues.entries()) {
    const isMended = !kept.has(index);
    if (!isMended) second = Math.floor(cue.start);
    const from = words.length;
    for (const word of quoteWords(cue.text)) words.push(word);
    timed.push({ ...cue, second, isMended, words: [from, words.length] });
  }
  const at = new Float64Array(words.length);
  const cueOf = new Uint32Array(words.length);
  let end = declaredEnd;
  for (let first = 0; first < timed.length; ) {
    const start = (timed[first] as TimedCue).second;
    let last = first;
    while (last + 1 < timed.length && timed[last + 1]?.second === start) last++;
    const from = (timed[first] as TimedCue).words[0];
    const to = (timed[last] as TimedCue).words[1];
    const next = timed[last + 1]?.second;
    const stop = next ?? Math.max(timed[last]?.end ?? 0, start + Math.ceil((to - from) / SLOW_WORDS_A_SECOND));
    for (let word = from; word < to; word++) at[word] = start + ((stop - start) * (word - from)) / (to - from);
    for (let cue = first; cue <= last; cue++) cueOf.fill(cue, ...(timed[cue] as TimedCue).words);
    end = Math.max(end, stop);
    first = last + 1;
  }
  const hasSpeakers = timed.some((cue) => cue.speaker !== undefined);
  return { cues: timed, words, stems: words.map(contentStem), at, cueOf, end, hasSpeakers };
}

/** Cues whose times can all be right at once: the longest run that does not go backwards. What is left out is misdated. */
function steadyCues(cues: readonly Cue[]): Set<number> {
  const tails: number[] = [];
  let last = -1;
  const before = new Int32Array(cues.length);
  for (let index = 0; index < cues.length; index++) {
    const start = (cues[index] as Cue).start;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cues[tails[middle] as number] as Cue).start <= start) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] as number) : -1;
    // Of two runs of one length the first stands: what comes last is more often misdated than all before it.
    if (low === tails.length) last = index;
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let index = last; index >= 0; index = before[index] as number) kept.add(index);
  return kept;
}

/** First word at or after a second. */
export function wordAt(timeline: Timeline, second: number): number {
  let low = 0;
  let high = timeline.at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeline.at[middle] as number) < second) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cues that are being said at a second, the last of them last: several when a turn is written as several paragraphs. */
export function cuesAt(timeline: Timeline, second: number): TimedCue[] {
  const { cues } = timeline;
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle] as TimedCue).second <= second) low = middle + 1;
    else high = middle;
  }
  const start = cues[low - 1]?.second;
  let first = low - 1;
  while (first > 0 && cues[first - 1]?.second === start) first--;
  return first < 0 ? [] : cues.slice(first, low);
}
