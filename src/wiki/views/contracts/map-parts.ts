import { fingerprint } from '../../text/fingerprint.ts';

/** The parts of a map as the browser holds them; `map-wire.ts` says how they cross. */

/** Positions are whole numbers of layout units (`LAYOUT_SPACING` in `graph/layout`), within this of 0 either way. */
export const MAP_EXTENT = 2 ** 28;

/** Columns of nodes; row `i` of each is one node. */
export interface MapNodes {
  /** Index into `kinds`. */
  kind: Uint8Array;
  /** Fine community: index into `parents`. */
  fine: Uint32Array;
  /** Layout units, y up. */
  x: Int32Array;
  y: Int32Array;
  /** 255 for the most central node, on a logarithmic scale; 0 for the least. */
  importance: Uint8Array;
  /** Claims that speak about it or that it cites; for a claim, pages that cite it. */
  evidence: Uint32Array;
  /** Of its newest evidence; 0 where nothing is dated. */
  year: Uint16Array;
  /** See `labelOf`. */
  label: Uint8Array;
}

/** Columns of edges, by source, then target, then type; ends are rows of the whole map. */
export interface MapEdges {
  source: Uint32Array;
  target: Uint32Array;
  /** Index into `edgeTypes`. */
  type: Uint8Array;
  /** How often it is written; of edges that stand for claims, how many claims. */
  count: Uint32Array;
}

export interface MapKind {
  name: string;
  /** A page's address is base + folder + `/` + slug + `/`. */
  folder: string;
  many: string;
}

export interface MapEdgeType {
  name: string;
  /** The sentence that says it from source to target: `is about`. */
  words: string;
}

export interface MapCommunity {
  title: string;
  /** Where its name stands. */
  x: number;
  y: number;
}

export interface MapPaint {
  /** Tells this map from others; below 2^53. */
  key: number;
  kinds: MapKind[];
  edgeTypes: MapEdgeType[];
  coarse: MapCommunity[];
  /** Index into `coarse`, by fine community. */
  parents: Uint32Array;
  /** How many pages and how many deferred nodes each chunk holds, in order of rows. */
  chunks: { pages: number; deferred: number }[];
  nodes: MapNodes;
  edges: MapEdges;
}

/** Titles of the pages whose labels stand on the whole map, by row. They follow first paint, before any chunk. */
export interface MapTitles {
  key: number;
  titles: Map<number, string>;
}

/** Ids are spread over files of about so many, so that an address can be followed without fetching the whole map. */
export const IDS_A_FILE = 4096;
/** Bits kept of an id’s fingerprint; where two ids have the same, both chunks are looked into. */
const ID_BITS = 20;

/** In which of how many files an id is listed, and under which number below 2^20. */
export function idPlace(id: string, rows: number): { file: number; mark: number } {
  const files = idFiles(rows);
  const number = Number.parseInt(fingerprint(id), 36);
  return { file: number % files, mark: Math.floor(number / files) % 2 ** ID_BITS };
}

export function idFiles(rows: number): number {
  return Math.max(1, Math.ceil(rows / IDS_A_FILE));
}

/** One file of ids: chunks by `idPlace(…).mark`. */
export interface MapIds {
  key: number;
  chunks: Map<number, number[]>;
}

export interface MapChunk {
  key: number;
  index: number;
  /** Its deferred nodes; the first is row `rangeOf(paint, index).deferred[0]`. */
  nodes: MapNodes;
  edges: MapEdges;
  /** Of its pages in order, then of its deferred nodes in order. */
  slugs: string[];
  titles: string[];
}

/** Side of the mark on which a label stands. */
export const LABEL_SIDES = ['right', 'left', 'below', 'above'] as const;
export type LabelSide = (typeof LABEL_SIDES)[number];

/** The zoom level (0 is the whole map) from which on a label is shown, and its side; `undefined` where it never fits. */
export function labelOf(code: number): { level: number; side: LabelSide } | undefined {
  return code === 0 ? undefined : { level: (code - 1) >> 2, side: LABEL_SIDES[(code - 1) & 3] as LabelSide };
}

export function labelCode(level: number, side: LabelSide): number {
  return 1 + level * 4 + LABEL_SIDES.indexOf(side);
}

/** Rows of a chunk's pages and deferred nodes, each from a first up to and without a last. */
export function rangeOf(
  paint: Pick<MapPaint, 'chunks' | 'nodes'>,
  index: number,
): { pages: [number, number]; deferred: [number, number] } {
  let page = 0;
  let deferred = paint.nodes.kind.length;
  for (const chunk of paint.chunks.slice(0, index)) {
    page += chunk.pages;
    deferred += chunk.deferred;
  }
  const { pages, deferred: more } = paint.chunks[index] ?? { pages: 0, deferred: 0 };
  return { pages: [page, page + pages], deferred: [deferred, deferred + more] };
}

/** Pages and deferred nodes together. */
export function rowsOf(paint: Pick<MapPaint, 'chunks' | 'nodes'>): number {
  return paint.chunks.reduce((sum, chunk) => sum + chunk.deferred, paint.nodes.kind.length);
}
