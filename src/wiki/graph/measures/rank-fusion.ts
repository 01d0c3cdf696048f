import type { SparseScores } from './sparse-scores.ts';

/** The constant of the paper, which found it to matter little. */
const K = 60;
/** Places beyond this one add less to a sum than the first three places differ by. */
export const MAX_PLACE = 100;
/** Bits of a narrow float that tell buckets of scores: its exponent and four bits more, so that neighbours differ by a sixteenth. */
const BUCKET_SHIFT = 19;
const BUCKETS = 1 << (32 - BUCKET_SHIFT);

/**
 * Answers a function that adds one ranking to a fusion of several: reciprocal rank fusion (Cormack, Clarke & Büttcher 2009, "Reciprocal rank fusion
 * outperforms Condorcet and individual rank learning methods", SIGIR). A place p is worth 1 / (60 + p); rows with the
 * same score share the mean of their places; those after `MAX_PLACE` are worth nothing. Of `size` rows, those that have a 1 in
 * `isOpen`. The function answers the least score that counts, 0 where there are places left: a row below it has no place, and moves none.
 *
 * Rows are dealt into buckets by their scores, from the highest down to the one in which the places end; only there must one search for
 * who has a place. What is left is nearly in order. O(rows with a score).
 */
export function rankFusion(size: number): (ranking: SparseScores, isOpen: Uint8Array, fused: SparseScores) => number {
  // One more than rows, so that what is not counted in the end can be written all the same: which rows are open cannot be foreseen.
  const rows = new Uint32Array(size + 1);
  const values = new Float64Array(size + 1);
  const narrow = new Float32Array(size + 1);
  const bits = new Uint32Array(narrow.buffer);
  /** How many rows are in each bucket; then where the next of it goes. */
  const buckets = new Uint32Array(BUCKETS);
  const placedRows = new Uint32Array(size + 1);
  const placedValues = new Float64Array(size + 1);
  const lastRows = new Uint32Array(size + 1);
  const lastValues = new Float64Array(size + 1);
  const copy = new Float64Array(size + 1);
  return ({ rows: ranked, scores, count: all }, isOpen, fused) => {
    let count = 0;
    for (let at = 0; at < all; at++) {
      const row = ranked[at] as number;
      rows[count] = row;
      values[count] = scores[row] as number;
      count += isOpen[row] as number;
    }
    let [low, high] = [BUCKETS, 0];
    for (let at = 0; at < count; at++) {
      narrow[at] = values[at] as number;
      const bucket = (bits[at] as number) >>> BUCKET_SHIFT;
      (buckets[bucket] as number)++;
      if (bucket < low) low = bucket;
      if (bucket > high) high = bucket;
    }
    let kept = 0;
    let bucket = high;
    for (; bucket >= low && kept + (buckets[bucket] as number) <= MAX_PLACE; bucket--) {
      const next = kept + (buckets[bucket] as number);
      buckets[bucket] = kept;
      kept = next;
    }
    let among = 0;
    for (let at = 0; at < count; at++) {
      const own = (bits[at] as number) >>> BUCKET_SHIFT;
      if (own < bucket) continue;
      if (own === bucket) {
        lastRows[among] = rows[at] as number;
        lastValues[among++] = values[at] as number;
      } else {
        const place = buckets[own] as number;
        buckets[own] = place + 1;
        placedRows[place] = rows[at] as number;
        placedValues[place] = values[at] as number;
      }
    }
    if (low <= high) buckets.fill(0, low, high + 1);
    let least = 0;
    if (count > MAX_PLACE) {
      copy.set(lastValues.subarray(0, among));
      least = kept < MAX_PLACE ? largest(copy, among, MAX_PLACE - kept) : Number.POSITIVE_INFINITY;
      for (let at = 0; at < among; at++) {
        placedRows[kept] = lastRows[at] as number;
        placedValues[kept] = lastValues[at] as number;
        kept += Number((lastValues[at] as number) >= least);
      }
    }
    sortDescending(placedValues, placedRows, kept);
    if (least === Number.POSITIVE_INFINITY) least = placedValues[kept - 1] as number;
    for (let from = 0; from < kept; ) {
      let to = from + 1;
      while (to < kept && placedValues[to] === placedValues[from]) to++;
      // Places count from 1.
      const place = (from + to + 1) / 2;
      if (place > MAX_PLACE) break;
      for (; from < to; from++) fused.add(placedRows[from] as number, 1 / (K + place));
    }
    return least;
  };
}

/** By insertion: for numbers that are nearly in order. O(numbers + pairs that are not). */
function sortDescending(values: Float64Array, rows: Uint32Array, count: number): void {
  for (let at = 1; at < count; at++) {
    const value = values[at] as number;
    const row = rows[at] as number;
    let to = at;
    for (; to > 0 && (values[to - 1] as number) < value; to--) {
      values[to] = values[to - 1] as number;
      rows[to] = rows[to - 1] as number;
    }
    values[to] = value;
    rows[to] = row;
  }
}

/** The `place`th largest of the first `count` values, which are as many or more: Hoare's FIND (1961), which reorders them. O(values) as a rule. */
function largest(values: Float64Array, count: number, place: number): number {
  const wanted = place - 1;
  let [low, high] = [0, count - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] as number) > pivot) left++;
      while ((values[right] as number) < pivot) right--;
      if (left > right) break;
      const kept = values[left] as number;
      values[left++] = values[right] as number;
      values[right--] = kept;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return values[wanted] as number;
}
