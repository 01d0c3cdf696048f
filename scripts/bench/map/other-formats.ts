/** `node other-formats.ts SIZE`: bytes of the same first paint in formats others read; a line of JSON. */
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { type DirectedGraph, MultiDirectedGraph } from 'graphology';
import { EDGE_TYPES } from '../../../src/wiki/graph/compact-graph.ts';
import { layoutMap } from '../../../src/wiki/graph/layout/layout-map.ts';
import { centrality } from '../../../src/wiki/graph/measures/centrality.ts';
import { communitiesOf } from '../../../src/wiki/graph/measures/communities.ts';
import { edgeWeights } from '../../../src/wiki/graph/measures/edge-weights.ts';
import { encodeMap } from '../../../src/wiki/views/contracts/map-wire.ts';
import { mapData } from '../../../src/wiki/views/map/map-data.ts';
import { archiveGraph } from '../../generate/archive-graph.ts';

export interface FormatSize {
  name: string;
  bytes: number;
  gzip: number;
}

type Write = (graph: DirectedGraph | MultiDirectedGraph) => string;
const gexf = createRequire(import.meta.url)('graphology-gexf') as { write: Write };

const graph = archiveGraph(Number(process.argv[2]));
const weights = edgeWeights(graph);
const scores = centrality(graph, weights);
const communities = communitiesOf(graph, weights, 1, scores);
const positions = layoutMap(graph, weights, communities, new Map(), () => false);
const { paint } = mapData({
  graph,
  communities,
  scores,
  positions,
  title: () => '',
  year: (row) => 2015 + (row % 11),
  isDeferred: () => false,
});

// The same columns under the same row numbers; no titles anywhere.
const { nodes, edges } = paint;
const same = new MultiDirectedGraph();
for (const row of nodes.kind.keys()) {
  same.addNode(String(row), {
    kind: paint.kinds[nodes.kind[row] as number]?.name,
    x: nodes.x[row],
    y: nodes.y[row],
    size: nodes.importance[row],
    evidence: nodes.evidence[row],
    year: nodes.year[row],
    community: nodes.fine[row],
  });
}
for (const [edge, source] of edges.source.entries()) {
  same.addDirectedEdgeWithKey(String(edge), String(source), String(edges.target[edge]), {
    type: EDGE_TYPES[edges.type[edge] as number],
    count: edges.count[edge],
  });
}
const columns = JSON.stringify({
  ...Object.fromEntries(Object.entries(nodes).map(([name, column]) => [name, [...column]])),
  ...Object.fromEntries(Object.entries(edges).map(([name, column]) => [`edge ${name}`, [...column]])),
});
const texts: [string, string | Uint8Array][] = [
  ['the map’s own', encodeMap(paint)],
  ['JSON, the same columns', columns],
  ['JSON, as graphology exports it', JSON.stringify(same.export())],
  ['GEXF', gexf.write(same)],
];
const found = texts.map(([name, text]): FormatSize => {
  const bytes = Buffer.from(text as string);
  return { name, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
});
console.log(JSON.stringify(found));
