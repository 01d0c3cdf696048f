import type { CompactGraph } from '../compact-graph.ts';
import { toMeans } from './settle-pages.ts';
import { freeSpot, SpotGrid } from './spot-grid.ts';

/** Spots tried for each: past them it stands among others. */
const TRIES = 300;

/**
 * Puts each deferred node on the free spot nearest to the weighted mean of the pages it is linked with, in order of rows; one that no page
 * knows goes beside the middle of the map. No two are closer than `spacing` where there is room. Changes `x` and `y`.
 */
export function placeDeferred(
  graph: CompactGraph,
  weights: Float64Array,
  pages: Uint32Array,
  deferred: Uint32Array,
  spacing: number,
  x: Float64Array,
  y: Float64Array,
): void {
  const isPage = new Uint8Array(x.length);
  const grid = new SpotGrid(spacing);
  let [middleX, middleY] = [0, 0];
  for (const row of pages) {
    isPage[row] = 1;
    grid.add(x[row] as number, y[row] as number);
    middleX += (x[row] as number) / pages.length;
    middleY += (y[row] as number) / pages.length;
  }
  for (const row of deferred) {
    x[row] = middleX;
    y[row] = middleY;
  }
  toMeans(graph, weights, deferred, isPage, x, y);
  for (const row of deferred) {
    const isFree = (left: number, top: number) => grid.isFree(left, top, spacing);
    const [left, top] = freeSpot(isFree, x[row] as number, y[row] as number, spacing * 0.6, TRIES);
    x[row] = left;
    y[row] = top;
    grid.add(left, top);
  }
}
