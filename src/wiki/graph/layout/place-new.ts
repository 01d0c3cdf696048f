import type { CompactGraph } from '../compact-graph.ts';
import type { Communities } from '../measures/communities.ts';
import { pushApart } from './push-apart.ts';
import { freeSpot, SpotGrid } from './spot-grid.ts';

/** Share of the spacing at which a gap is wide enough. */
const SQUEEZE = 0.8;
/** How far a gap may be from where its neighbours want it, in spots tried: some six spacings. Where there is none, neighbours give way. */
const TRIES = 150;
/** Of the way two pages must give, what the one that was there before gives. */
const OLD_GIVES = 0.15;
/** Strongest neighbours that say where a node belongs: the mean of all would be the middle of the map. */
const STRONGEST = 4;

/**
 * Places new pages among pages that stay: the one most strongly tied to placed ones first, each on the nearest gap to its strongest
 * neighbours; deferred nodes pass on what they join. A page tied to nothing goes to its community, or to the rim. Where it is crowded,
 * pages part, the old ones by little; elsewhere the old ones stay where they are. Changes `x` and `y`. O(new · their neighbours' neighbours).
 */
export function placeNew(
  graph: CompactGraph,
  weights: Float64Array,
  { fine, coarse }: Communities,
  pages: Uint32Array,
  known: Uint32Array,
  spacing: number,
  x: Float64Array,
  y: Float64Array,
): void {
  const NEVER = 0;
  const [DEFERRED, WAITS, PLACED] = [NEVER, 1, 2];
  const state = new Uint8Array(x.length).fill(DEFERRED);
  for (const row of pages) state[row] = WAITS;
  for (const row of known) state[row] = PLACED;
  const grid = new SpotGrid(spacing);
  for (const row of known) grid.add(x[row] as number, y[row] as number);
  const isFree = (left: number, top: number) => grid.isFree(left, top, spacing * SQUEEZE);

  /** Placed pages it is tied to, straight or through one deferred node. */
  const tiesOf = (row: number): Map<number, number> => {
    const ties = new Map<number, number>();
    const add = (other: number, weight: number) => ties.set(other, (ties.get(other) ?? 0) + weight);
    for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
      const other = graph.neighbours[at] as number;
      const weight = weights[graph.links[at] as number] as number;
      if (state[other] === PLACED) add(other, weight);
      if (state[other] !== DEFERRED) continue;
      for (let next = graph.offsets[other] as number; next < (graph.offsets[other + 1] as number); next++) {
        const beyond = graph.neighbours[next] as number;
        if (state[beyond] === PLACED) add(beyond, weight * (weights[graph.links[next] as number] as number));
      }
    }
    return ties;
  };

  let waiting = [...pages].filter((row) => state[row] === WAITS);
  while (waiting.length > 0) {
    const next = waiting
      .map((row) => ({ row, ties: tiesOf(row) }))
      .filter(({ ties }) => ties.size > 0)
      .map(({ row, ties }) => ({ row, ties, strength: [...ties.values()].reduce((sum, weight) => sum + weight, 0) }))
      .sort((left, right) => right.strength - left.strength || left.row - right.row);
    // Of what nothing leads to, one is put down, and the others may lead to it.
    const batch = next.length > 0 ? next : [{ row: waiting[0] as number, ties: new Map<number, number>() }];
    for (const { row, ties } of batch) {
      const [left, top] = freeSpot(isFree, ...wishOf(row, ties), spacing * 0.5, TRIES);
      x[row] = left;
      y[row] = top;
      grid.add(left, top);
    }
    for (const { row } of batch) state[row] = PLACED;
    waiting = waiting.filter((row) => state[row] === WAITS);
  }

  function wishOf(row: number, ties: Map<number, number>): [number, number] {
    if (ties.size > 0) {
      const best = [...ties].sort(([left, one], [right, other]) => other - one || left - right).slice(0, STRONGEST);
      const sum = best.reduce((total, [, weight]) => total + weight, 0);
      const mean = (axis: Float64Array) =>
        best.reduce((total, [other, weight]) => total + (weight * (axis[other] as number)) / sum, 0);
      return [mean(x), mean(y)];
    }
    for (const labels of [fine, coarse]) {
      const kin = pages.filter((other) => state[other] === PLACED && labels[other] === labels[row]);
      if (kin.length === 0) continue;
      const mean = (axis: Float64Array) =>
        kin.reduce((total, other) => total + (axis[other] as number), 0) / kin.length;
      return [mean(x), mean(y)];
    }
    const right = pages.reduce(
      (most, other) => (state[other] === PLACED ? Math.max(most, x[other] as number) : most),
      0,
    );
    return [right + 2 * spacing, 0];
  }

  const yielding = new Float64Array(x.length).fill(1);
  for (const row of known) yielding[row] = OLD_GIVES;
  // Pages that were closer before the map was remembered stay so: only what is new pushes.
  pushApart(x, y, nearNew(), spacing * SQUEEZE * 0.98, yielding);

  /** New pages and those around them. */
  function nearNew(): Uint32Array {
    const isOld = new Set(known);
    const near = new SpotGrid(spacing * 4);
    for (const row of pages) if (!isOld.has(row)) near.add(x[row] as number, y[row] as number);
    return pages.filter((row) => !near.isFree(x[row] as number, y[row] as number, spacing * 4));
  }
}
