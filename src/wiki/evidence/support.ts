import { type Timeline, wordAt } from './timeline.ts';
import { contentStems } from './words.ts';

/**
 * How much of what a text says is said in a window: the share of its content words (by stem, each once) that are heard
 * there, each weighed by how rare it is in the episode:
 *
 *     weight(stem) = ln((minutes + 1) / (minutes in which it is heard + ½))
 *     support      = weight of stems heard in the window / weight of stems heard anywhere in the episode
 *
 * Words the episode never uses are the writer's own and count neither way. 1 is everything, 0 nothing. A paraphrase
 * keeps 0.4 to 1 of its weight at its own second; elsewhere in the episode it seldom reaches 0.3.
 */
export interface Support {
  /** Where the claim says it was said. */
  own: number;
  /** The window of the same length that scores best, and where it starts. */
  best: number;
  bestAt: number;
  /** Content words the episode uses at all: with too few of them a score means nothing. */
  heard: number;
}

/** A stem is counted once for each stretch of this many seconds. */
const STRETCH = 60;
/** Seconds heard before the start: the question that says what the answer is about. */
const BEFORE = 40;
/** Seconds heard after the end. */
const AFTER = 20;
/** More of both where the second is an estimate. */
const ESTIMATE = 20;
/** What sums in another order may differ by. */
const EPSILON = 1e-9;
/** Seconds from one window tried to the next. */
const STEP = 10;

export interface SupportIndex {
  timeline: Timeline;
  /** Stem → seconds at which it is heard. */
  heardAt: ReadonlyMap<string, number[]>;
  weightOf(stem: string): number;
}

export function supportIndex(timeline: Timeline): SupportIndex {
  const heardAt = new Map<string, number[]>();
  timeline.stems.forEach((stem, index) => {
    if (stem === undefined) return;
    const known = heardAt.get(stem);
    if (known) known.push(timeline.at[index] as number);
    else heardAt.set(stem, [timeline.at[index] as number]);
  });
  const stretches = Math.ceil(timeline.end / STRETCH) + 1;
  const weights = new Map<string, number>();
  return {
    timeline,
    heardAt,
    weightOf(stem) {
      const known = weights.get(stem);
      if (known !== undefined) return known;
      const minutes = new Set(heardAt.get(stem)?.map((second) => Math.floor(second / STRETCH)));
      const weight = Math.log((stretches + 1) / (minutes.size + 0.5));
      weights.set(stem, weight);
      return weight;
    },
  };
}

export function supportOf(
  index: SupportIndex,
  text: string,
  ranges: readonly (readonly [number, number])[],
  approx: boolean,
): Support {
  const stems = [...new Set(contentStems(text))].filter((stem) => index.heardAt.has(stem));
  const weighed = stems.map((stem) => ({ seconds: index.heardAt.get(stem) as number[], weight: index.weightOf(stem) }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { own: 0, best: 0, bestAt: 0, heard: 0 };
  const [before, after] = approx ? [BEFORE + ESTIMATE, AFTER + ESTIMATE] : [BEFORE, AFTER];
  const score = (windows: readonly (readonly [number, number])[]) =>
    weighed.reduce((sum, { seconds, weight }) => {
      const isHeard = windows.some(([from, to]) => hasBetween(seconds, from - before, to + after));
      return isHeard ? sum + weight : sum;
    }, 0) / total;
  const own = score(ranges);
  const length = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  // What each window would score, all at once: a word heard at t is heard by every window that starts from
  // t - length - after to t + before.
  const steps = new Float64Array(Math.floor(index.timeline.end / STEP) + 2);
  const lastStep = steps.length - 2;
  for (const { seconds, weight } of weighed) {
    let free = 0;
    for (const second of seconds) {
      const from = Math.max(free, Math.ceil((second - length - after) / STEP));
      const to = Math.min(lastStep, Math.floor((second + before) / STEP));
      if (from > to) continue;
      steps[from] = (steps[from] as number) + weight;
      steps[to + 1] = (steps[to + 1] as number) - weight;
      free = to + 1;
    }
  }
  let best = own;
  let bestAt = ranges[0]?.[0] ?? 0;
  let sum = 0;
  for (let step = 0; step <= lastStep; step++) {
    sum += steps[step] as number;
    if (sum / total > best + EPSILON) [best, bestAt] = [sum / total, step * STEP];
  }
  return { own, best, bestAt: nearestWordTime(index.timeline, bestAt), heard: stems.length };
}

/** Whether one of the sorted seconds lies between two. */
function hasBetween(seconds: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = seconds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seconds[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low < seconds.length && (seconds[low] as number) <= to;
}

function nearestWordTime(timeline: Timeline, second: number): number {
  return Math.floor(timeline.at[Math.min(wordAt(timeline, second), timeline.at.length - 1)] ?? second);
}
