import type { CompactGraph } from '../compact-graph.ts';
import type { FineDiscs } from './nested-discs.ts';
import { pushApart, visitClose } from './push-apart.ts';

const ROUNDS = 60;
/** How far towards its neighbours a node goes in the first round; less and less in later ones. */
const PULL = 0.35;
/** Reach and strength of repulsion, in units of spacing. */
const REACH = 2;
const PUSH = 0.35;
/** What an edge that leaves the community counts beside one within it. */
const OUTWARD = 0.5;

/**
 * Finds each page its place inside the disc of its fine community: starts on a sunflower spiral, the most linked in the middle; then goes
 * towards the mean of its neighbours and away from whoever is near, round by round, a little less each time (a spring embedder with a
 * cut-off, after Fruchterman & Reingold 1991, confined to the disc). Deferred nodes take part as springs: each stands at the mean of the
 * pages it is linked with. At last no two pages are closer than `spacing`. O(rounds · (nodes + edges)). Changes `x` and `y`.
 */
export function settlePages(
  graph: CompactGraph,
  weights: Float64Array,
  fine: Uint32Array,
  discs: FineDiscs,
  pages: Uint32Array,
  deferred: Uint32Array,
  spacing: number,
  x: Float64Array,
  y: Float64Array,
): void {
  startOnSpirals(graph, fine, discs, pages, spacing, x, y);
  const pullX = new Float64Array(x.length);
  const pullY = new Float64Array(x.length);
  const strength = (row: number, at: number) =>
    (weights[graph.links[at] as number] as number) * (fine[graph.neighbours[at] as number] === fine[row] ? 1 : OUTWARD);
  const isPage = new Uint8Array(x.length);
  for (const row of pages) isPage[row] = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const heat = 1 - round / ROUNDS;
    toMeans(graph, weights, deferred, isPage, x, y);
    for (const row of pages) {
      let [sum, sumX, sumY] = [0, 0, 0];
      for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
        const weight = strength(row, at);
        const other = graph.neighbours[at] as number;
        sum += weight;
        sumX += weight * (x[other] as number);
        sumY += weight * (y[other] as number);
      }
      pullX[row] = sum === 0 ? 0 : (sumX / sum - (x[row] as number)) * PULL * heat;
      pullY[row] = sum === 0 ? 0 : (sumY / sum - (y[row] as number)) * PULL * heat;
    }
    const reach = REACH * spacing;
    visitClose(x, y, pages, reach, (one, other, dx, dy, squared) => {
      const length = Math.sqrt(squared) + 1e-9;
      const push = (PUSH * spacing * (1 - length / reach)) / length;
      (pullX[one] as number) -= dx * push;
      (pullY[one] as number) -= dy * push;
      (pullX[other] as number) += dx * push;
      (pullY[other] as number) += dy * push;
    });
    for (const row of pages) {
      const label = fine[row] as number;
      const left = (x[row] as number) + (pullX[row] as number) - (discs.x[label] as number);
      const top = (y[row] as number) + (pullY[row] as number) - (discs.y[label] as number);
      const away = Math.hypot(left, top);
      const back = away > (discs.radius[label] as number) ? (discs.radius[label] as number) / away : 1;
      x[row] = (discs.x[label] as number) + left * back;
      y[row] = (discs.y[label] as number) + top * back;
    }
  }
  pushApart(x, y, pages, spacing);
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

function startOnSpirals(
  graph: CompactGraph,
  fine: Uint32Array,
  discs: FineDiscs,
  pages: Uint32Array,
  spacing: number,
  x: Float64Array,
  y: Float64Array,
): void {
  const degree = (row: number) => (graph.offsets[row + 1] as number) - (graph.offsets[row] as number);
  const order = pages.slice().sort((left, right) => degree(right) - degree(left) || left - right);
  const filled = new Uint32Array(discs.x.length);
  for (const row of order) {
    const label = fine[row] as number;
    const at = (filled[label] as number)++;
    const reach = Math.min(spacing * Math.sqrt(at) * 0.7, discs.radius[label] as number);
    x[row] = (discs.x[label] as number) + reach * Math.cos(at * GOLDEN_ANGLE);
    y[row] = (discs.y[label] as number) + reach * Math.sin(at * GOLDEN_ANGLE);
  }
}

/** Puts rows at the weighted mean of their neighbours among `isKnown`; those without one stay. */
export function toMeans(
  graph: CompactGraph,
  weights: Float64Array,
  rows: Uint32Array,
  isKnown: Uint8Array,
  x: Float64Array,
  y: Float64Array,
): void {
  for (const row of rows) {
    let [sum, sumX, sumY] = [0, 0, 0];
    for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
      const other = graph.neighbours[at] as number;
      if (isKnown[other] === 0) continue;
      const weight = weights[graph.links[at] as number] as number;
      sum += weight;
      sumX += weight * (x[other] as number);
      sumY += weight * (y[other] as number);
    }
    if (sum === 0) continue;
    x[row] = sumX / sum;
    y[row] = sumY / sum;
  }
}
