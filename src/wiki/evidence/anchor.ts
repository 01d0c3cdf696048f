import { fingerprint, shingleHash } from '../text/fingerprint.ts';
import type { TimeRange } from '../text/timestamp.ts';
import type { WordRange } from './find-quote.ts';
import { type Timeline, wordAt } from './timeline.ts';

/**
 * What a claim rested on when it was verified: a selector of its words with what stands before and after them, as
 * fingerprints only, so that the lock file of an archive whose text may not be published holds none of it.
 */
export interface Anchor {
  /** Of all words of the window: the same words, the same fingerprint. */
  window: string;
  /** Words in it. */
  length: number;
  /** Of some runs of three words in it, each as `hash:offset from the first word`: what survives an edit finds the place again. */
  sketch: string[];
  /** Of the quote's words and of those before and after it, where the claim has a quote. */
  quote?: { exact: string; before: string; after: string };
  /** Whole second at which the host’s question begins that the guest answers here, where it is known. */
  question?: number;
}

/** Words in a shingle. */
const SHINGLE = 3;
/** Shingles kept of a window: enough that a few edits leave most. */
const SKETCH = 8;
/** Words before and after a quote. */
const CONTEXT = 8;

export function windowWords(timeline: Timeline, range: TimeRange, end: number): WordRange {
  const from = wordAt(timeline, range.start);
  return [from, Math.max(from, wordAt(timeline, Math.max(end, range.start + 1)))];
}

export function anchorOf(timeline: Timeline, window: WordRange, quoted?: WordRange): Anchor {
  const { words } = timeline;
  const said = (from: number, to: number) => fingerprint(words.slice(Math.max(0, from), Math.max(0, to)).join(' '));
  const sketch: { hash: number; offset: number }[] = [];
  for (let at = window[0]; at + SHINGLE <= window[1]; at++) {
    sketch.push({ hash: shingleHash(words, at, SHINGLE), offset: at - window[0] });
  }
  sketch.sort((left, right) => left.hash - right.hash || left.offset - right.offset);
  return {
    window: said(...window),
    length: window[1] - window[0],
    sketch: sketch.slice(0, SKETCH).map(({ hash, offset }) => `${hash.toString(36)}:${offset}`),
    ...(quoted && {
      quote: {
        exact: said(...quoted),
        before: said(quoted[0] - CONTEXT, quoted[0]),
        after: said(quoted[1], quoted[1] + CONTEXT),
      },
    }),
  };
}

/** Share of a sketch that must agree on a place. */
const AGREE = 0.5;
/** Words by which places may differ and still be the same one: edits in between move them a little. */
const NEAR = 12;

/** The word at which what the anchor knew now begins, or nothing when it is no longer there. */
export function locateAnchor(timeline: Timeline, anchor: Anchor): number | undefined {
  const wanted = new Map<number, number[]>();
  for (const entry of anchor.sketch) {
    const [hash, offset] = entry.split(':') as [string, string];
    const key = Number.parseInt(hash, 36);
    wanted.set(key, [...(wanted.get(key) ?? []), Number(offset)]);
  }
  const places: number[] = [];
  for (let at = 0; at + SHINGLE <= timeline.words.length; at++) {
    for (const offset of wanted.get(shingleHash(timeline.words, at, SHINGLE)) ?? []) places.push(at - offset);
  }
  places.sort((left, right) => left - right);
  let best: { count: number; place: number } | undefined;
  for (let first = 0, last = 0; first < places.length; first++) {
    while (last < places.length && (places[last] as number) <= (places[first] as number) + NEAR) last++;
    const count = last - first;
    if (!best || count > best.count) best = { count, place: places[(first + last - 1) >> 1] as number };
  }
  if (!best || best.count < AGREE * anchor.sketch.length) return undefined;
  return Math.max(0, best.place);
}
