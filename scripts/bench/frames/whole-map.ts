import { layoutMap } from '../../../src/wiki/graph/layout/layout-map.ts';
import { centrality } from '../../../src/wiki/graph/measures/centrality.ts';
import { communitiesOf } from '../../../src/wiki/graph/measures/communities.ts';
import { edgeWeights } from '../../../src/wiki/graph/measures/edge-weights.ts';
import { idFiles } from '../../../src/wiki/views/contracts/map-parts.ts';
import { mapParts } from '../../../src/wiki/views/map/map-data.ts';
import { NO_MEMORY } from '../../../src/wiki/views/memory.ts';
import { mapFiles } from '../../../src/workspace/map-files.ts';
import { archiveGraph } from '../../generate/archive-graph.ts';

/** A map as the site publishes it, and the same graph for other drawings. */
export interface WholeMap {
  /** By what their names end with: `.bin` for first paint, `-3.bin` for a chunk. */
  files: Map<string, Uint8Array<ArrayBuffer>>;
  edges: number;
  /** Ends of edges, two an edge, as rows. */
  ends: number[];
}

/** The generated graph of an archive, laid out. Nothing waits for its chunk: both drawings draw every node from the start. */
export function wholeMap(size: number, seed: number): WholeMap {
  const graph = archiveGraph(size, seed);
  const weights = edgeWeights(graph);
  const scores = centrality(graph, weights);
  const communities = communitiesOf(graph, weights, seed, scores);
  const parts = mapParts({
    graph,
    communities,
    scores,
    positions: layoutMap(graph, weights, communities, new Map(), () => false),
    title: (row) => graph.ids[row] as string,
    year: (row) => 2015 + (row % 11),
    isDeferred: () => false,
  });
  const titles = parts.rows.map(() => '');
  const { first, files } = mapFiles({ digest: '', titles, idFiles: idFiles(size), parts: () => parts }, NO_MEMORY);
  const name = first.replace('graph/', '').replace('.bin', '');
  const ends = [...graph.sources].flatMap((source, edge) => [source, graph.targets[edge] as number]);
  return {
    files: new Map([...files].map(([file, bytes]) => [file.replace(name, ''), bytes])),
    edges: graph.sources.length,
    ends,
  };
}
