import type { SparseScores } from './sparse-scores.ts';

/** The constant of the paper, which found it to matter little. */
const K = 60;
/** Places beyond this one add less to a sum than the first three places differ by. */
export const MAX_PLACE = 100;

/**
 * Answers a function that adds one ranking to a fusion of several: reciprocal rank fusion (Cormack, Clarke & Büttcher 2009, "Reciprocal rank fusion
 * outperforms Condorcet and individual rank learning methods", SIGIR). A place p is worth 1 / (60 + p); rows with the
 * same score share the mean of their places; those after `MAX_PLACE` are worth nothing. Of `size` rows, those that
 * `isCandidate` admits. The function answers the least score that counts: a row below it has no place, and moves none. O(rows with a
 * score).
 */
export function rankFusion(
  size: number,
): (ranking: SparseScores, isCandidate: (row: number) => boolean, fused: SparseScores) => number {
  const values = new Float64Array(size);
  const copies = new Float64Array(size);
  const rows = new Uint32Array(size);
  return (ranking, isCandidate, fused) => {
    const { scores } = ranking;
    let count = 0;
    for (const row of ranking.rows) {
      if (!isCandidate(row)) continue;
      values[count] = scores[row] as number;
      rows[count++] = row;
    }
    let least = 0;
    if (count > MAX_PLACE) {
      copies.set(values.subarray(0, count));
      least = largest(copies.subarray(0, count), MAX_PLACE);
      let kept = 0;
      for (let at = 0; at < count; at++) {
        if ((values[at] as number) < least) continue;
        values[kept] = values[at] as number;
        rows[kept++] = rows[at] as number;
      }
      count = kept;
    }
    copies.set(values.subarray(0, count));
    // Ascending: sorting numbers needs no comparing function, and places are found by halving.
    const order = copies.subarray(0, count).sort();
    for (let at = 0; at < count; at++) {
      const value = values[at] as number;
      const place = count - (firstFrom(order, value) + firstFrom(order, value, true) - 1) / 2;
      if (place <= MAX_PLACE) fused.add(rows[at] as number, 1 / (K + place));
    }
    return least;
  };
}

/** Index of the first number that is no less than `value` (`isAbove`: that is more), in ascending ones. */
function firstFrom(numbers: Float64Array, value: number, isAbove = false): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const number = numbers[middle] as number;
    if (number < value || (isAbove && number === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The `place`th largest of more values than that: Hoare's FIND (1961), which reorders them. O(values) as a rule. */
function largest(values: Float64Array, place: number): number {
  const wanted = place - 1;
  let [low, high] = [0, values.length - 1];
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
