import { compactGraph } from '../graph/compact-graph.ts';
import { layoutMap } from '../graph/layout/layout-map.ts';
import { centrality } from '../graph/measures/centrality.ts';
import { communitiesOf } from '../graph/measures/communities.ts';
import { edgeWeights } from '../graph/measures/edge-weights.ts';
import { kinds } from '../kinds/index.ts';
import { type MapData, mapData } from './map/map-data.ts';
import type { ViewContext } from './view-context.ts';

/** The whole map, laid out. */
export function mapView({ wiki }: ViewContext): MapData {
  const graph = compactGraph(wiki.graph);
  const weights = edgeWeights(graph);
  const scores = centrality(graph, weights);
  const communities = communitiesOf(graph, weights, 1, scores);
  const positions = layoutMap(graph, weights, communities);
  const node = (row: number) => wiki.graph.nodes[row] as (typeof wiki.graph.nodes)[number];
  return mapData({
    graph,
    communities,
    scores,
    positions,
    title: (row) => node(row).title,
    year: (row) => Number(wiki.graph.date(node(row).id)?.slice(0, 4) ?? 0),
    isDeferred: (row) => kinds[node(row).kind].storage === 'list',
  });
}
