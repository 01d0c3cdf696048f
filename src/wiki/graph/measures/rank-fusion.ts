import type { SparseScores } from './sparse-scores.ts';

/** The constant of the paper, which found it to matter little. */
const K = 60;
/** Places beyond this one add less to a sum than the first three places differ by. */
export const MAX_PLACE = 100;

/**
 * Adds one ranking to a fusion of several: reciprocal rank fusion (Cormack, Clarke & Büttcher 2009, "Reciprocal rank fusion
 * outperforms Condorcet and individual rank learning methods", SIGIR). A place p is worth 1 / (60 + p); rows with the
 * same score share the mean of their places; those after `MAX_PLACE` are worth nothing. O(rows).
 */
export function addPlaces(ranking: SparseScores, isCandidate: (row: number) => boolean, fused: SparseScores): void {
  const { scores } = ranking;
  const rows: number[] = [];
  for (const row of ranking.rows) if (isCandidate(row)) rows.push(row);
  let least = 0;
  if (rows.length > MAX_PLACE) {
    const values = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) values[at] = scores[rows[at] as number] as number;
    least = largest(values, MAX_PLACE);
  }
  const order = rows
    .filter((row) => (scores[row] as number) >= least)
    .sort((left, right) => (scores[right] as number) - (scores[left] as number));
  for (let from = 0; from < order.length; ) {
    const score = scores[order[from] as number];
    let to = from + 1;
    while (to < order.length && scores[order[to] as number] === score) to++;
    const place = (from + 1 + to) / 2;
    if (place > MAX_PLACE) break;
    for (; from < to; from++) fused.add(order[from] as number, 1 / (K + place));
  }
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
