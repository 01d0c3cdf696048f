import type { NodeId } from '../../corpus/node.ts';
import type { CompactGraph } from '../compact-graph.ts';
import type { Communities } from '../measures/communities.ts';
import type { RememberedPositions } from './layout-map.ts';

const UNKNOWN = -1;
/** New pages tied to new pages alone find their region in as many rounds as links lie between; the rest is a region of its own. */
const ROUNDS = 8;

/**
 * Coarse communities, a label a row, as `find` answers them, with two changes. Pages that are remembered stay in the region they were in,
 * and new ones join the region they are tied to most, straight or over claims; `find` decides where they are tied to none. Deferred nodes
 * are in the region of the pages they are tied to most. So an archive that is read again has the same regions, and one that grows keeps
 * them. O(rounds · edges).
 */
export function keepRegions(
  graph: CompactGraph,
  weights: Float64Array,
  isDeferred: (row: number) => boolean,
  places: RememberedPositions,
  find: () => Uint32Array,
): Uint32Array {
  const rows = [...graph.ids.keys()];
  const labels = Int32Array.from(rows, (row) =>
    isDeferred(row) ? UNKNOWN : (places.get(graph.ids[row] as NodeId)?.[2] ?? UNKNOWN),
  );
  const isKnown = (row: number) => labels[row] !== UNKNOWN;
  if (rows.some(isKnown)) {
    for (let round = 0; round < ROUNDS; round++) {
      const open = rows.filter((row) => !isKnown(row));
      const joined = open.map((row) => strongest(row, () => true));
      for (const [index, row] of open.entries()) labels[row] = joined[index] as number;
      if (joined.every((label) => label === UNKNOWN)) break;
    }
  }
  const left = rows.filter((row) => !isDeferred(row) && !isKnown(row) && isLinked(graph, row));
  if (left.length > 0) {
    const found = find();
    const first = rows.reduce((most, row) => Math.max(most, labels[row] as number), UNKNOWN) + 1;
    for (const row of left) labels[row] = first + (found[row] as number);
  }
  const deferred = rows.filter(isDeferred);
  for (const row of deferred) labels[row] = strongest(row, (other) => !isDeferred(other));
  const alone = rows.reduce((most, row) => Math.max(most, labels[row] as number), UNKNOWN) + 1;
  return Uint32Array.from(labels, (label) => (label === UNKNOWN ? alone : label));

  /** The label a row is tied to most, among some of its neighbours. */
  function strongest(row: number, counts: (other: number) => boolean): number {
    const ties = new Map<number, number>();
    for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
      const other = graph.neighbours[at] as number;
      const label = labels[other] as number;
      if (label === UNKNOWN || !counts(other)) continue;
      ties.set(label, (ties.get(label) ?? 0) + (weights[graph.links[at] as number] as number));
    }
    let [best, most] = [UNKNOWN, 0];
    for (const [label, weight] of ties)
      if (weight > most || (weight === most && label < best)) [best, most] = [label, weight];
    return best;
  }
}

/** A page without a link is in no region: it joins one when it gets links. */
export function isLinked(graph: CompactGraph, row: number): boolean {
  return graph.offsets[row] !== graph.offsets[row + 1];
}

/**
 * A number for each coarse community that it keeps from map to map: the one most of its pages had, the largest community first; else the
 * lowest that is free.
 */
export function regionNumbers(
  graph: CompactGraph,
  { coarse, coarseNames }: Pick<Communities, 'coarse' | 'coarseNames'>,
  places: RememberedPositions,
): Uint32Array {
  const votes = Array.from(coarseNames, () => new Map<number, number>());
  for (const [row, id] of (graph.ids as readonly NodeId[]).entries()) {
    const number = places.get(id)?.[2];
    const box = votes[coarse[row] as number] as Map<number, number>;
    if (number !== undefined) box.set(number, (box.get(number) ?? 0) + 1);
  }
  const taken = new Set<number>();
  const numbers = new Uint32Array(coarseNames.length);
  const claims = votes
    .flatMap((box, label) => [...box].map(([number, count]) => ({ label, number, count })))
    .sort((left, right) => right.count - left.count || left.label - right.label || left.number - right.number);
  const settled = new Set<number>();
  for (const { label, number } of claims) {
    if (settled.has(label) || taken.has(number)) continue;
    numbers[label] = number;
    settled.add(label);
    taken.add(number);
  }
  let free = 0;
  for (const label of coarseNames.keys()) {
    if (settled.has(label)) continue;
    while (taken.has(free)) free++;
    numbers[label] = free;
    taken.add(free);
  }
  return numbers;
}
