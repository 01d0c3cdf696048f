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
 * `isOpen`. The function answers the least score that counts: a row below it has no place, and moves none. O(rows with a
 * score).
 */
export function rankFusion(size: number): (ranking: SparseScores, isOpen: Uint8Array, fused: SparseScores) => number {
  const values = new Float64Array(size + 1);
  const rows = new Uint32Array(size + 1);
  const sorted = new Float64Array(size + 1);
  const findLeast = leastPlaced(size);
  return ({ rows: ranked, scores }, isOpen, fused) => {
    let count = 0;
    for (let at = 0; at < ranked.length; at++) {
      const row = ranked[at] as number;
      values[count] = scores[row] as number;
      rows[count] = row;
      count += isOpen[row] as number;
    }
    let least = 0;
    if (count > MAX_PLACE) {
      const found = findLeast(values, count);
      least = found.least;
      let kept = 0;
      for (let at = 0; at < count; at++) {
        const value = values[at] as number;
        values[kept] = value;
        rows[kept] = rows[at] as number;
        kept += Number(found.hasPlace ? value >= least : value > least);
      }
      count = kept;
    }
    sorted.set(values.subarray(0, count));
    // Ascending: sorting numbers needs no comparing function, and places are found by halving.
    const order = sorted.subarray(0, count).sort();
    for (let at = 0; at < count; at++) {
      const value = values[at] as number;
      const first = firstFrom(order, value);
      let last = first;
      while (order[last + 1] === value) last++;
      fused.add(rows[at] as number, 1 / (K + count - (first + last) / 2));
    }
    return least;
  };
}

/**
 * Answers a function that finds the score at the last place that counts, of the first `count` values, which are more than have one; and
 * whether those with that score have a place that counts. Values are counted in buckets first, so that only those of one
 * bucket have to be compared. O(values).
 */
function leastPlaced(size: number): (values: Float64Array, count: number) => { least: number; hasPlace: boolean } {
  const narrow = new Float32Array(size + 1);
  const bits = new Uint32Array(narrow.buffer);
  const filled = new Uint32Array(BUCKETS);
  const same = new Float64Array(size + 1);
  return (values, count) => {
    let [low, high] = [BUCKETS, 0];
    for (let at = 0; at < count; at++) {
      narrow[at] = values[at] as number;
      const bucket = (bits[at] as number) >>> BUCKET_SHIFT;
      (filled[bucket] as number)++;
      if (bucket < low) low = bucket;
      if (bucket > high) high = bucket;
    }
    let above = 0;
    let bucket = high;
    while (above + (filled[bucket] as number) < MAX_PLACE) above += filled[bucket--] as number;
    filled.fill(0, low, high + 1);
    let among = 0;
    for (let at = 0; at < count; at++) {
      same[among] = values[at] as number;
      among += Number((bits[at] as number) >>> BUCKET_SHIFT === bucket);
    }
    const least = largest(same, among, MAX_PLACE - above);
    let equal = 0;
    for (let at = 0; at < among; at++) {
      if ((same[at] as number) > least) above++;
      else if (same[at] === least) equal++;
    }
    return { least, hasPlace: above + (equal + 1) / 2 <= MAX_PLACE };
  };
}

/** Index of the first number that is no less than `value`, in ascending ones. */
function firstFrom(numbers: Float64Array, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
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
