import type { NodeId } from '../../corpus/node.ts';
import type { CompactGraph } from '../../graph/compact-graph.ts';
import { isLinked, keepRegions, regionNumbers } from '../../graph/layout/keep-regions.ts';
import { layoutMap, type Positions, type RememberedPositions } from '../../graph/layout/layout-map.ts';
import { centrality } from '../../graph/measures/centrality.ts';
import { type Communities, coarseCommunities, communitiesOf } from '../../graph/measures/communities.ts';
import { edgeWeights } from '../../graph/measures/edge-weights.ts';
import { kinds } from '../../kinds/index.ts';
import { onceAside } from '../once.ts';
import { packedGraphOf } from '../packed-graph.ts';
import type { ViewContext } from '../view-context.ts';

/** The graph as it is drawn; rows are those of `graph`. */
export interface DrawnMap {
  /** Stands for what it was laid out of. */
  digest: string;
  graph: CompactGraph;
  /** Found when they are asked for. */
  readonly weights: Float64Array;
  scores: Float64Array;
  communities: Communities;
  positions: Positions;
  /** Whether a row is listed with others in a file: it is no page of the map, and comes later. */
  isDeferred(row: number): boolean;
}

/** The map is laid out once a context, of everything there is but words. */
export function drawnMap(context: ViewContext): DrawnMap {
  context.notes?.shape();
  return layOut(context);
}

const layOut = onceAside((context): DrawnMap => {
  const { wiki, memory } = context;
  const graph = packedGraphOf(context);
  const { places } = wiki;
  const { ids, sources, targets, types, counts } = graph;
  const digest = memory.digest(ids.join('\n'), sources, targets, types, counts, JSON.stringify([...places]));
  let known: Float64Array | undefined;
  const weightsOf = () => {
    known ??= edgeWeights(graph);
    return known;
  };
  const isDeferred = (row: number) => kinds[graph.kinds[row] as keyof typeof kinds].storage === 'list';
  const laidOut = memory.of('layout', digest, () => {
    const weights = weightsOf();
    const scores = centrality(graph, weights);
    const regions = keepRegions(graph, weights, isDeferred, places, () => coarseCommunities(graph, weights));
    const communities = communitiesOf(graph, weights, 1, scores, regions);
    return { scores, communities, positions: layoutMap(graph, weights, communities, places, isDeferred) };
  });
  return {
    digest,
    graph,
    get weights() {
      return weightsOf();
    },
    isDeferred,
    ...laidOut,
  };
});

/** What regions are called. It may be a claim that names one, by its words. */
export function regionNames(context: ViewContext): string[] {
  const { graph, communities } = drawnMap(context);
  return Array.from(communities.coarseNames, (row) => context.wiki.graph.node(graph.ids[row] as NodeId).title);
}

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
