import type { NodeId } from '../../corpus/node.ts';
import { type CompactGraph, compactGraph } from '../../graph/compact-graph.ts';
import { isLinked, keepRegions, regionNumbers } from '../../graph/layout/keep-regions.ts';
import { layoutMap, type Positions, type RememberedPositions } from '../../graph/layout/layout-map.ts';
import { centrality } from '../../graph/measures/centrality.ts';
import { type Communities, coarseCommunities, communitiesOf } from '../../graph/measures/communities.ts';
import { edgeWeights } from '../../graph/measures/edge-weights.ts';
import { kinds } from '../../kinds/index.ts';
import { onceAside } from '../once.ts';
import type { ViewContext } from '../view-context.ts';

/** The graph as it is drawn; rows are those of `graph`. */
export interface DrawnMap {
  graph: CompactGraph;
  weights: Float64Array;
  scores: Float64Array;
  communities: Communities;
  positions: Positions;
  /** Whether a row is listed with others in a file: it is no page of the map, and comes later. */
  isDeferred(row: number): boolean;
}

/** The map is laid out once a context, of everything there is. */
export function drawnMap(context: ViewContext): DrawnMap {
  context.notes?.all();
  return layOut(context);
}

const layOut = onceAside((context): DrawnMap => {
  const graph = compactGraph(context.wiki.graph);
  const weights = edgeWeights(graph);
  const scores = centrality(graph, weights);
  const isDeferred = (row: number) => kinds[graph.kinds[row] as keyof typeof kinds].storage === 'list';
  const { places } = context.wiki;
  const regions = keepRegions(graph, weights, isDeferred, places, () => coarseCommunities(graph, weights));
  const communities = communitiesOf(graph, weights, 1, scores, regions);
  const positions = layoutMap(graph, weights, communities, places, isDeferred);
  return { graph, weights, scores, communities, positions, isDeferred };
});

/** Where its pages stand, to be remembered. */
export function placesOf(
  { graph, positions, communities, isDeferred }: DrawnMap,
  before: RememberedPositions,
): RememberedPositions {
  const numbers = regionNumbers(graph, communities, before);
  const pages = [...graph.ids.keys()].filter((row) => !isDeferred(row));
  return new Map(
    pages.map((row) => {
      const place = [positions.x[row] as number, positions.y[row] as number] as const;
      const region = numbers[communities.coarse[row] as number] as number;
      return [graph.ids[row] as NodeId, isLinked(graph, row) ? ([...place, region] as const) : place];
    }),
  );
}
