import type { NodeId } from '../../corpus/node.ts';
import { kinds } from '../../kinds/index.ts';
import type { CompactGraph } from '../compact-graph.ts';
import type { Communities } from '../measures/communities.ts';
import { nestedDiscs } from './nested-discs.ts';
import { placeDeferred } from './place-deferred.ts';
import { placeNew } from './place-new.ts';
import { settlePages } from './settle-pages.ts';

/** Layout units between two pages that stand side by side: none are closer. */
export const LAYOUT_SPACING = 100;
/** Room of a deferred node, as a share of a page's. */
export const DEFERRED_SPACING = 0.35;

/** Whole numbers of layout units a row, y up. */
export interface Positions {
  readonly x: Int32Array;
  readonly y: Int32Array;
}

/** Where pages stood before and in which region, by id. */
export type RememberedPositions = ReadonlyMap<NodeId, readonly [x: number, y: number, region?: number]>;

/** With less of its pages remembered than this, a map is drawn anew: it is another archive. */
const LEAST_REMEMBERED = 1 / 3;

/** Whether a kind's nodes wait for their chunk and find their place from the pages they are linked with. */
function isListed(kind: CompactGraph['kinds'][number]): boolean {
  return kinds[kind].storage === 'list';
}

/**
 * Places every node: communities first, as packed discs (`nestedDiscs`); pages within them (`settlePages`); claims beside the pages they
 * are linked with (`placeDeferred`). Pages that are remembered stay where they were; new ones stand in gaps near their neighbours, who
 * give way where it is crowded (`placeNew`). With all pages remembered nothing moves, so that a map laid out twice is the same. No dice: the order of rows
 * decides. O(rounds · (nodes + edges)) and what packing takes.
 */
export function layoutMap(
  graph: CompactGraph,
  weights: Float64Array,
  communities: Communities,
  previous: RememberedPositions = new Map(),
  isDeferred: (row: number) => boolean = (row) => isListed(graph.kinds[row] as CompactGraph['kinds'][number]),
): Positions {
  const size = graph.ids.length;
  const pages = Uint32Array.from(graph.ids.keys()).filter((row) => !isDeferred(row));
  const deferred = Uint32Array.from(graph.ids.keys()).filter(isDeferred);
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const known = pages.filter((row) => previous.has(graph.ids[row] as NodeId));
  for (const row of known) [x[row], y[row]] = previous.get(graph.ids[row] as NodeId) as readonly [number, number];
  if (known.length === 0 || known.length < pages.length * LEAST_REMEMBERED) {
    const areas = Float64Array.from(graph.ids, (_, row) => (isDeferred(row) ? DEFERRED_SPACING ** 2 : 1));
    const discs = nestedDiscs(graph, weights, communities, areas, LAYOUT_SPACING);
    for (const row of deferred) {
      x[row] = discs.x[communities.fine[row] as number] as number;
      y[row] = discs.y[communities.fine[row] as number] as number;
    }
    settlePages(graph, weights, communities.fine, discs, pages, deferred, LAYOUT_SPACING, x, y);
  } else if (known.length < pages.length) {
    placeNew(graph, weights, communities, pages, known, LAYOUT_SPACING, x, y);
  }
  // Claims stand beside pages as they are remembered, so pages come to rest on whole units first.
  for (const row of pages) {
    x[row] = Math.round(x[row] as number);
    y[row] = Math.round(y[row] as number);
  }
  placeDeferred(graph, weights, pages, deferred, LAYOUT_SPACING * DEFERRED_SPACING, x, y);
  return { x: Int32Array.from(x, Math.round), y: Int32Array.from(y, Math.round) };
}
