import { KIND_NAMES, kinds } from '../../../src/wiki/kinds/index.ts';
import { EDGES } from '../../../src/wiki/kinds/names.ts';
import { encodeChunk, encodeMap, type MapChunk, type MapPaint } from '../../../src/wiki/views/contracts/map-wire.ts';
import { createRandom } from '../../generate/random.ts';

/** A map of the shape of a real one, for drawing alone: pages in communities, laid out along sunflower spirals. */
export interface GeneratedMap {
  first: Uint8Array<ArrayBuffer>;
  chunks: Uint8Array<ArrayBuffer>[];
  /** Ends of edges, two an edge; what other drawings of the same graph are given. */
  ends: number[];
}

const EDGES_A_NODE = 4;
const COMMUNITY = 50;
const CHUNK = 512;
/** Of ten edges, so many stay in their community. */
const INSIDE = 9;
const SPACING = 100;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export function generateMap(size: number, seed: number): GeneratedMap {
  const random = createRandom(seed, 'map');
  const below = (limit: number) => random.int(0, limit - 1);
  const communities = Math.ceil(size / COMMUNITY);
  const spiral = (index: number, gap: number) => {
    const radius = gap * Math.sqrt(index + 0.5);
    return [
      Math.round(radius * Math.cos(index * GOLDEN_ANGLE)),
      Math.round(radius * Math.sin(index * GOLDEN_ANGLE)),
    ] as const;
  };
  const centres = Array.from({ length: communities }, (_, index) =>
    spiral(index, SPACING * Math.sqrt(COMMUNITY) * 0.8),
  );
  const rows = Array.from({ length: size }, (_, row) => {
    const community = Math.floor(row / COMMUNITY);
    const [dx, dy] = spiral(row % COMMUNITY, SPACING / 2);
    const [x, y] = centres[community] as readonly [number, number];
    return { community, x: x + dx, y: y + dy, evidence: Math.floor(40 * random.next() ** 6) };
  });
  const pairs = new Map<string, [number, number]>();
  while (pairs.size < size * EDGES_A_NODE) {
    const source = below(size);
    const { community } = rows[source] as (typeof rows)[number];
    const target = below(10) < INSIDE ? Math.min(size - 1, community * COMMUNITY + below(COMMUNITY)) : below(size);
    if (source !== target) pairs.set(`${source} ${target}`, [source, target]);
  }
  const edges = [...pairs.values()].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const title = (row: number) => `Page ${row}`;
  const starts = Array.from({ length: Math.ceil(size / CHUNK) }, (_, index) => index * CHUNK);
  const paint: MapPaint = {
    key: size,
    kinds: KIND_NAMES.map((name) => ({ name, folder: kinds[name].folder, many: kinds[name].many })),
    edgeTypes: Object.entries(EDGES).map(([name, words]) => ({ name, words })),
    coarse: centres.map(([x, y], index) => ({ title: `Community ${index}`, x, y })),
    fine: centres.map(([x, y], index) => ({ title: `Community ${index}`, x, y, parent: index })),
    chunks: starts.map((start) => ({ pages: Math.min(CHUNK, size - start), deferred: 0 })),
    nodes: {
      kind: Uint8Array.from(rows, () => below(KIND_NAMES.length)),
      fine: Uint32Array.from(rows, ({ community }) => community),
      x: Int32Array.from(rows, ({ x }) => x),
      y: Int32Array.from(rows, ({ y }) => y),
      importance: Uint8Array.from(rows, ({ evidence }) => Math.min(255, evidence * 6)),
      evidence: Uint32Array.from(rows, ({ evidence }) => evidence),
      year: Uint16Array.from(rows, () => 2015 + below(10)),
      label: new Uint8Array(size),
    },
    edges: {
      source: Uint32Array.from(edges, ([source]) => source),
      target: Uint32Array.from(edges, ([, target]) => target),
      type: Uint8Array.from(edges, () => below(Object.keys(EDGES).length)),
      count: new Uint32Array(edges.length).fill(1),
    },
    titles: new Map(
      [...rows.keys()].filter((row) => row % Math.ceil(size / 256) === 0).map((row) => [row, title(row)]),
    ),
  };
  const none = {
    kind: new Uint8Array(),
    fine: new Uint32Array(),
    x: new Int32Array(),
    y: new Int32Array(),
    importance: new Uint8Array(),
    evidence: new Uint32Array(),
    year: new Uint16Array(),
    label: new Uint8Array(),
  };
  const chunks = starts.map((start, index): MapChunk => {
    const own = rows.slice(start, start + CHUNK).map((_, offset) => start + offset);
    return {
      key: size,
      index,
      nodes: none,
      edges: { source: new Uint32Array(), target: new Uint32Array(), type: new Uint8Array(), count: new Uint32Array() },
      slugs: own.map((row) => `page-${row}`),
      titles: own.map(title),
    };
  });
  return { first: encodeMap(paint), chunks: chunks.map(encodeChunk), ends: edges.flat() };
}
