import { ByteError, ByteReader, ByteWriter } from './byte-columns.ts';
import {
  MAP_EXTENT,
  type MapChunk,
  type MapCommunity,
  type MapEdges,
  type MapEdgeType,
  type MapIds,
  type MapKind,
  type MapNodes,
  type MapPaint,
  type MapTitles,
  rowsOf,
} from './map-parts.ts';

/**
 * The map as it crosses to the browser: one file for the first paint, one for the titles of the first labels and one a chunk of neighbouring
 * communities, each a run of bytes that the site publishes gzipped.
 *
 * Rows: pages come first, then what is *deferred* (claims): a page's row is below `pages`, a deferred node's from `pages` up to
 * `rows`. Both stand by coarse community, fine community, then along a Hilbert curve, so that neighbours in space are neighbours in the
 * file and differences are small. A chunk is a run of whole fine communities: its pages and its deferred nodes are each a run of rows.
 *
 * First paint, in this order (u = varint, s = zigzag varint, text columns as in `byte-columns.ts`):
 *
 *     "ORM" version          4 bytes
 *     key u                  what chunks of the same map repeat
 *     kinds                  u, then the text columns name, folder, many
 *     edge types             u, then the text columns name, words
 *     coarse communities     u, x Δs, y Δs, title (text)
 *     fine communities       u, parent (Δs)
 *     chunks                 u, then the column of pages and the column of deferred nodes in each (u)
 *     nodes                  see below, all pages
 *     edges                  see below, between pages
 *
 * Titles: "ORT" version, key u; u, row (Δs), title (text): what the labels of the whole map say.
 *
 * Ids: "ORI" version, key u; u, mark (Δs), chunk (u): which chunk has an id, spread over files and marked as `idPlace` says. Fetched when an
 * address names a page whose chunk is not there yet.
 *
 * A chunk: "ORC" version, key u, index u; nodes (its deferred ones); edges that touch one of them (ends are rows of the map; an edge stands
 * in the chunk of its source where that is deferred, else of its target); slug and title (text) of its pages, then of its deferred nodes.
 *
 *     nodes                  kind u, fine (Δs), x (Δs), y (Δs), importance (byte), evidence u, year u (0, or 1 + years since 1900), label (byte)
 *     edges                  u, source (Δs), target (s, from the target before within a source, else from the source), type u, count u
 */
export const MAP_VERSION = 2;

const PAINT_MARK = [0x4f, 0x52, 0x4d];
const TITLES_MARK = [0x4f, 0x52, 0x54];
const IDS_MARK = [0x4f, 0x52, 0x49];
const CHUNK_MARK = [0x4f, 0x52, 0x43];
const BASE_YEAR = 1900;
const MAX_32 = 2 ** 32 - 1;
const MAX_YEAR = 9999;

export type Decoded<T> = { value: T; problem?: undefined } | { problem: string; value?: undefined };

/** Rows must be as `MapPaint` says; anything else is a mistake of the caller’s and throws a `RangeError`. */
export function encodeMap(paint: MapPaint): Uint8Array<ArrayBuffer> {
  const out = openWriter(PAINT_MARK, paint.key);
  out.unsigned(paint.kinds.length);
  for (const part of ['name', 'folder', 'many'] as const) out.texts(paint.kinds.map((kind) => kind[part]));
  out.unsigned(paint.edgeTypes.length);
  for (const part of ['name', 'words'] as const) out.texts(paint.edgeTypes.map((type) => type[part]));
  out.unsigned(paint.coarse.length);
  out.deltas(paint.coarse.map(({ x }) => x));
  out.deltas(paint.coarse.map(({ y }) => y));
  out.texts(paint.coarse.map(({ title }) => title));
  out.unsigned(paint.parents.length);
  out.deltas(paint.parents);
  out.unsigned(paint.chunks.length);
  out.column(paint.chunks.map(({ pages }) => pages));
  out.column(paint.chunks.map(({ deferred }) => deferred));
  out.unsigned(paint.nodes.kind.length);
  writeNodes(out, paint.nodes);
  writeEdges(out, paint.edges);
  return out.finish();
}

/** Any bytes give a map or a message for readers. */
export function decodeMap(bytes: Uint8Array): Decoded<MapPaint> {
  return decoded('The map', () => {
    const input = openFile(bytes, PAINT_MARK);
    const key = input.unsigned();
    const kindNames = texts(input, 3);
    const typeNames = texts(input, 2);
    const coarse = readCommunities(input);
    const parents = input.deltas(new Uint32Array(input.count()), 0, coarse.length - 1);
    const chunkCount = input.count();
    const pages = input.column(new Uint32Array(chunkCount), MAX_32);
    const deferred = input.column(new Uint32Array(chunkCount), MAX_32);
    const chunks = Array.from(pages, (count, index) => ({ pages: count, deferred: deferred[index] as number }));
    const nodes = readNodes(input, input.count(), kindNames.length, parents.length);
    if (pages.reduce((sum, count) => sum + count, 0) !== nodes.kind.length) refuse('chunks and pages do not agree');
    // Deferred rows take no bytes here: all that is bounded is their number.
    if (rowsOf({ chunks, nodes }) > MAX_32) refuse('there are too many rows');
    const edges = readEdges(input, nodes.kind.length, typeNames.length);
    closeFile(input);
    const kinds = kindNames.map(([name, folder, many]) => ({ name, folder, many }) as MapKind);
    const edgeTypes = typeNames.map(([name, words]) => ({ name, words }) as MapEdgeType);
    return { key, kinds, edgeTypes, coarse, parents, chunks, nodes, edges };
  });
}

export function encodeTitles({ key, titles }: MapTitles): Uint8Array<ArrayBuffer> {
  const out = openWriter(TITLES_MARK, key);
  const rows = [...titles].sort(([left], [right]) => left - right);
  out.unsigned(rows.length);
  out.deltas(rows.map(([row]) => row));
  out.texts(rows.map(([, title]) => title));
  return out.finish();
}

/** Any bytes give titles of that map or a message for readers. */
export function decodeTitles(bytes: Uint8Array, paint: MapPaint): Decoded<MapTitles> {
  return decoded('The names on the map', () => {
    const input = openFile(bytes, TITLES_MARK);
    const key = ownKey(input, paint);
    const count = input.count();
    const rows = input.deltas(new Uint32Array(count), 0, paint.nodes.kind.length - 1);
    const titles = new Map(input.texts(count).map((title, index) => [rows[index] as number, title]));
    if (titles.size !== count) refuse('a label is there twice');
    closeFile(input);
    return { key, titles };
  });
}

export function encodeIds({ key, chunks }: MapIds): Uint8Array<ArrayBuffer> {
  const out = openWriter(IDS_MARK, key);
  const places = [...chunks].flatMap(([mark, own]) => own.map((chunk): [number, number] => [mark, chunk]));
  places.sort(([one, left], [other, right]) => one - other || left - right);
  out.unsigned(places.length);
  out.deltas(places.map(([mark]) => mark));
  out.column(places.map(([, chunk]) => chunk));
  return out.finish();
}

/** Any bytes give ids of that map or a message for readers. */
export function decodeIds(bytes: Uint8Array, paint: MapPaint): Decoded<MapIds> {
  return decoded('The register of the map', () => {
    const input = openFile(bytes, IDS_MARK);
    const key = ownKey(input, paint);
    const count = input.count();
    const marks = input.deltas(new Uint32Array(count), 0, MAX_32);
    const numbers = input.column(new Uint32Array(count), paint.chunks.length - 1);
    closeFile(input);
    const chunks = new Map<number, number[]>();
    for (const [at, mark] of marks.entries()) {
      const own = chunks.get(mark);
      if (own) own.push(numbers[at] as number);
      else chunks.set(mark, [numbers[at] as number]);
    }
    return { key, chunks };
  });
}

export function encodeChunk(chunk: MapChunk): Uint8Array<ArrayBuffer> {
  const out = openWriter(CHUNK_MARK, chunk.key);
  out.unsigned(chunk.index);
  writeNodes(out, chunk.nodes);
  writeEdges(out, chunk.edges);
  out.texts(chunk.slugs);
  out.texts(chunk.titles);
  return out.finish();
}

/** Any bytes give a chunk of that map or a message for readers. */
export function decodeChunk(bytes: Uint8Array, paint: MapPaint): Decoded<MapChunk> {
  return decoded('A part of the map', () => {
    const input = openFile(bytes, CHUNK_MARK);
    const key = ownKey(input, paint);
    const index = input.unsigned();
    if (index >= paint.chunks.length) refuse('the map has no such part');
    const { pages, deferred } = paint.chunks[index] as MapPaint['chunks'][number];
    if (deferred + pages > input.left) refuse('the file ends too early');
    const nodes = readNodes(input, deferred, paint.kinds.length, paint.parents.length);
    const edges = readEdges(input, rowsOf(paint), paint.edgeTypes.length);
    const slugs = input.texts(pages + deferred);
    const titles = input.texts(pages + deferred);
    closeFile(input);
    return { key, index, nodes, edges, slugs, titles };
  });
}

function writeNodes(out: ByteWriter, nodes: MapNodes): void {
  out.column(nodes.kind);
  out.deltas(nodes.fine);
  for (const axis of [nodes.x, nodes.y]) {
    if (axis.some((place) => Math.abs(place) > MAP_EXTENT)) throw new RangeError('a position lies outside the map');
    out.deltas(axis);
  }
  for (const importance of nodes.importance) out.byte(importance);
  out.column(nodes.evidence);
  for (const year of nodes.year) out.unsigned(year === 0 ? 0 : Math.max(year - BASE_YEAR, 0) + 1);
  for (const label of nodes.label) out.byte(label);
}

function readNodes(input: ByteReader, count: number, kinds: number, fine: number): MapNodes {
  // Eight columns, a byte or more each.
  if (count * 8 > input.left) refuse('the file ends too early');
  return {
    kind: input.column(new Uint8Array(count), kinds - 1),
    fine: input.deltas(new Uint32Array(count), 0, fine - 1),
    x: input.deltas(new Int32Array(count), -MAP_EXTENT, MAP_EXTENT),
    y: input.deltas(new Int32Array(count), -MAP_EXTENT, MAP_EXTENT),
    importance: Uint8Array.from({ length: count }, () => input.byte()),
    evidence: input.column(new Uint32Array(count), MAX_32),
    year: input
      .column(new Uint16Array(count), MAX_YEAR - BASE_YEAR + 1)
      .map((year) => (year === 0 ? 0 : year - 1 + BASE_YEAR)),
    label: Uint8Array.from({ length: count }, () => input.byte()),
  };
}

function writeEdges(out: ByteWriter, { source, target, type, count }: MapEdges): void {
  out.unsigned(source.length);
  out.deltas(source);
  for (const [row, end] of target.entries()) {
    const isFirst = row === 0 || source[row - 1] !== source[row];
    out.signed(end - ((isFirst ? source[row] : target[row - 1]) as number));
  }
  out.column(type);
  out.column(count);
}

function readEdges(input: ByteReader, rows: number, types: number): MapEdges {
  const size = input.count();
  if (size * 4 > input.left) refuse('the file ends too early');
  const source = input.deltas(new Uint32Array(size), 0, rows - 1);
  const target = new Uint32Array(size);
  for (let row = 0; row < size; row++) {
    const isFirst = row === 0 || source[row - 1] !== source[row];
    const end = ((isFirst ? source[row] : target[row - 1]) as number) + input.signed();
    if (end < 0 || end >= rows) refuse('an edge leads nowhere');
    target[row] = end;
  }
  const type = input.column(new Uint8Array(size), types - 1);
  return { source, target, type, count: input.column(new Uint32Array(size), MAX_32) };
}

function readCommunities(input: ByteReader): MapCommunity[] {
  const count = input.count();
  const x = input.deltas(new Int32Array(count), -MAP_EXTENT, MAP_EXTENT);
  const y = input.deltas(new Int32Array(count), -MAP_EXTENT, MAP_EXTENT);
  return input.texts(count).map((title, index) => ({ title, x: x[index] as number, y: y[index] as number }));
}

/** Rows of a table of texts. */
function texts(input: ByteReader, columns: number): string[][] {
  const count = input.count();
  const read = Array.from({ length: columns }, () => input.texts(count));
  return Array.from({ length: count }, (_, row) => read.map((column) => column[row] as string));
}

function openWriter(mark: readonly number[], key: number): ByteWriter {
  const out = new ByteWriter();
  for (const byte of [...mark, MAP_VERSION]) out.byte(byte);
  out.unsigned(key);
  return out;
}

/** The key of a file that must belong to this map. */
function ownKey(input: ByteReader, paint: MapPaint): number {
  const key = input.unsigned();
  if (key !== paint.key) refuse('it belongs to another edition of the map; reload the page');
  return key;
}

function openFile(bytes: Uint8Array, mark: readonly number[]): ByteReader {
  const input = new ByteReader(bytes);
  if (bytes.length < 4 || mark.some((byte) => input.byte() !== byte)) refuse('it is not what this page expects');
  const version = input.byte();
  if (version !== MAP_VERSION)
    refuse(`it is of version ${version}, and this page reads version ${MAP_VERSION}; reload the page`);
  return input;
}

function closeFile(input: ByteReader): void {
  if (input.left > 0) refuse(`${input.left} bytes are left over`);
}

function refuse(reason: string): never {
  throw new ByteError(reason);
}

function decoded<T>(what: string, read: () => T): Decoded<T> {
  try {
    return { value: read() };
  } catch (problem) {
    if (problem instanceof ByteError) return { problem: `${what} cannot be read: ${problem.message}.` };
    throw problem;
  }
}
