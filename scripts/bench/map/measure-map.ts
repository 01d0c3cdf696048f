/** `node measure-map.ts SIZE all|archive`: one map made from nothing, in a process of its own; a line of JSON says what it took. */
import { gzipSync } from 'node:zlib';
import type { NodeId } from '../../../src/wiki/corpus/node.ts';
import type { CompactGraph } from '../../../src/wiki/graph/compact-graph.ts';
import { keepRegions } from '../../../src/wiki/graph/layout/keep-regions.ts';
import { layoutMap, type Positions, type RememberedPositions } from '../../../src/wiki/graph/layout/layout-map.ts';
import { centrality } from '../../../src/wiki/graph/measures/centrality.ts';
import { type Communities, coarseCommunities, communitiesOf } from '../../../src/wiki/graph/measures/communities.ts';
import { edgeWeights } from '../../../src/wiki/graph/measures/edge-weights.ts';
import type { MapEdges, MapPaint } from '../../../src/wiki/views/contracts/map-parts.ts';
import { encodeChunk, encodeMap } from '../../../src/wiki/views/contracts/map-wire.ts';
import { type MapData, mapData } from '../../../src/wiki/views/map/map-data.ts';
import { placeLabels } from '../../../src/wiki/views/map/place-labels.ts';
import { sideOf } from '../../../src/wiki/views/map-view.ts';
import { partOfGraph } from '../../../tests/support/part-of-graph.ts';
import { archiveGraph } from '../../generate/archive-graph.ts';

export interface MapMeasurement {
  size: number;
  edges: number;
  /** Milliseconds that passed, and of the processor, by stage. */
  stages: Record<string, { ms: number; cpuMs: number }>;
  peakRssBytes: number;
  paint: {
    nodes: number;
    edges: number;
    /** Gzipped: first paint whole, without its edges, and the chunks. */
    bytes: number;
    nodeBytes: number;
    chunkBytes: number;
    chunks: number;
  };
  /** Mean move of what was there before when one node in a hundred is new, as a share of the map's width. */
  displacement: number;
  /** The same when the map is laid out anew. */
  anew: number;
}

const [size, mode] = [Number(process.argv[2]), process.argv[3]];
const stages: MapMeasurement['stages'] = {};

function stage<T>(name: string, work: () => T): T {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  stages[name] = { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
  return result;
}

const graph = archiveGraph(size);
const isDeferredIn = (of: CompactGraph) => (row: number) => mode === 'archive' && of.kinds[row] === 'claim';

const weights = stage('weights', () => edgeWeights(graph));
const scores = stage('centrality', () => centrality(graph, weights));
const communities = stage('communities', () => communitiesIn(graph, weights, scores));
const positions = stage('layout', () => layoutMap(graph, weights, communities, new Map(), isDeferredIn(graph)));
const labels = stage('labels', () => labelled(graph, positions, scores));
const data = stage('rows', () =>
  mapData({
    graph,
    communities,
    scores,
    positions,
    labels: () => labels,
    title: titleOf(graph),
    year: (row) => 2015 + (row % 11),
    isDeferred: isDeferredIn(graph),
  }),
);
const files = stage('files', () =>
  [encodeMap(data.paint), ...data.chunks.map(encodeChunk)].map((file) => zipped(file)),
);
const peakRssBytes = process.resourceUsage().maxRSS * 1024;

const report: MapMeasurement = {
  size,
  edges: graph.sources.length,
  stages,
  peakRssBytes,
  paint: bytesOf(data, files),
  ...grown(),
};
console.log(JSON.stringify(report));

function communitiesIn(of: CompactGraph, weigh: Float64Array, central?: Float64Array): Communities {
  const regions = keepRegions(of, weigh, isDeferredIn(of), new Map(), () => coarseCommunities(of, weigh));
  return communitiesOf(of, weigh, 1, central, regions);
}

function labelled(of: CompactGraph, { x, y }: Positions, central: Float64Array): Uint8Array {
  const title = titleOf(of);
  const wishes = [...of.ids.keys()]
    .filter((row) => !isDeferredIn(of)(row))
    .sort((left, right) => (central[right] as number) - (central[left] as number) || left - right)
    .map((row) => ({ row, x: x[row] as number, y: y[row] as number, title: title(row) }));
  return placeLabels(wishes, of.ids.length, sideOf(wishes));
}

function titleOf(of: CompactGraph): (row: number) => string {
  return (row) => `Title of ${of.kinds[row]} ${(of.ids[row] as string).replace(/^\w+:/, '')}`;
}

function zipped(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length;
}

function bytesOf({ paint, chunks }: MapData, sizes: readonly number[]): MapMeasurement['paint'] {
  const none: MapEdges = {
    source: new Uint32Array(),
    target: new Uint32Array(),
    type: new Uint8Array(),
    count: new Uint32Array(),
  };
  const bare: MapPaint = { ...paint, edges: none };
  const [bytes = 0, ...rest] = sizes;
  return {
    nodes: paint.nodes.kind.length,
    edges: paint.edges.source.length,
    bytes,
    nodeBytes: zipped(encodeMap(bare)),
    chunkBytes: rest.reduce((sum, each) => sum + each, 0),
    chunks: chunks.length,
  };
}

/** Leaves one node in a hundred out, lays out, and adds them: with what was remembered, and without. */
function grown(): Pick<MapMeasurement, 'displacement' | 'anew'> {
  const { graph: before, rows } = partOfGraph(graph, (row) => row % 100 !== 37);
  const weighBefore = edgeWeights(before);
  const old = layoutMap(before, weighBefore, communitiesIn(before, weighBefore), new Map(), isDeferredIn(before));
  const places: RememberedPositions = new Map(
    before.ids.flatMap((id, row) =>
      isDeferredIn(before)(row) ? [] : [[id as NodeId, [old.x[row] as number, old.y[row] as number] as const]],
    ),
  );
  const now = layoutMap(graph, weights, communities, places, isDeferredIn(graph));
  const width = old.x.reduce((most, x) => Math.max(most, x), 0) - old.x.reduce((least, x) => Math.min(least, x), 0);
  const moveTo = ({ x, y }: Positions) =>
    rows.reduce(
      (sum, row, at) =>
        sum + Math.hypot((x[row] as number) - (old.x[at] as number), (y[row] as number) - (old.y[at] as number)),
      0,
    ) /
    rows.length /
    width;
  return { displacement: moveTo(now), anew: moveTo(positions) };
}
