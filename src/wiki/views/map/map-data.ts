import { type CompactGraph, EDGE_TYPES } from '../../graph/compact-graph.ts';
import { HILBERT_BITS, hilbert } from '../../graph/layout/hilbert.ts';
import type { Positions } from '../../graph/layout/layout-map.ts';
import type { Communities } from '../../graph/measures/communities.ts';
import { KIND_NAMES, kinds } from '../../kinds/index.ts';
import { EDGES } from '../../kinds/names.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import {
  idFiles,
  idPlace,
  type MapChunk,
  type MapCommunity,
  type MapEdges,
  type MapIds,
  type MapNodes,
  type MapPaint,
  type MapTitles,
} from '../contracts/map-parts.ts';
import { sharedClaims } from './shared-claims.ts';

/** What a map is made of; rows are those of `graph`. */
export interface MapSource {
  graph: CompactGraph;
  communities: Communities;
  /** How central each row is, above 0. */
  scores: Float64Array;
  positions: Positions;
  /** Label codes by row; none is shown where it is absent, nor of a row that waits. */
  labels?(): Uint8Array;
  title(row: number): string;
  /** 0 where nothing is dated. */
  year(row: number): number;
  /** Whether a row waits for its chunk. */
  isDeferred(row: number): boolean;
}

export interface MapData {
  paint: MapPaint;
  titles: MapTitles;
  /** By file, as `idPlace` says. */
  ids: MapIds[];
  chunks: MapChunk[];
}

/** The same in parts that are made when they are asked for. */
export interface MapParts {
  paint(): MapPaint;
  titles(): MapTitles;
  /** Rows of the graph in each chunk, in the order in which their titles stand there. */
  rows: readonly Uint32Array[];
  ids(): MapIds[];
  chunk(index: number): MapChunk;
}

/** Name of the type of edges that stand for claims, which first paint does not have. */
export const SHARED_CLAIMS = 'claims';

/** Rows of a chunk, unless one community has more: some 15 kB gzipped. */
const CHUNK_ROWS = 512;
/** Titles that come first, for the whole map's labels: more do not fit on a screen. */
const FIRST_TITLES = 256;

/** A laid-out graph as the files that cross to the browser. */
export function mapData(source: MapSource): MapData {
  return wholeMap(mapParts(source));
}

export function wholeMap({ paint, titles, ids, rows, chunk }: MapParts): MapData {
  return { paint: paint(), titles: titles(), ids: ids(), chunks: rows.map((_, index) => chunk(index)) };
}

export function mapParts(source: MapSource): MapParts {
  const { graph, communities, isDeferred } = source;
  const order = orderRows(source);
  const pageCount = order.findIndex((row) => isDeferred(row));
  const pages = pageCount === -1 ? order : order.slice(0, pageCount);
  const deferred = pageCount === -1 ? [] : order.slice(pageCount);
  const rowOf = new Uint32Array(order.length);
  for (const [row, old] of order.entries()) rowOf[old] = row;

  const cuts = cutChunks(communities, pages, deferred);
  const all = edgesByPlace(graph, rowOf, pages.length, cuts);
  const key = Number.parseInt(fingerprint(graph.ids.join(' ')), 36);
  const importance = importanceOf(source.scores);
  const columns = (rows: readonly number[]): MapNodes => ({
    kind: Uint8Array.from(rows, (row) => KIND_NAMES.indexOf(graph.kinds[row] as (typeof KIND_NAMES)[number])),
    fine: Uint32Array.from(rows, (row) => communities.fine[row] as number),
    x: Int32Array.from(rows, (row) => source.positions.x[row] as number),
    y: Int32Array.from(rows, (row) => source.positions.y[row] as number),
    importance: Uint8Array.from(rows, (row) => importance[row] as number),
    evidence: Uint32Array.from(rows, (row) => evidenceOf(graph, isDeferred, row)),
    year: Uint16Array.from(rows, source.year),
    label: Uint8Array.from(rows, (row) => (isDeferred(row) ? 0 : labelOf(row))),
  });
  let labels: Uint8Array | undefined;
  const labelOf = (row: number) => {
    labels ??= source.labels?.() ?? new Uint8Array(order.length);
    return labels[row] as number;
  };

  const makePaint = (): MapPaint => ({
    key,
    kinds: KIND_NAMES.map((name) => ({ name, folder: kinds[name].folder, many: kinds[name].many })),
    edgeTypes: [
      ...EDGE_TYPES.map((name) => ({ name: name as string, words: EDGES[name] as string })),
      { name: SHARED_CLAIMS, words: 'shares claims with' },
    ],
    coarse: named(source, communities.coarse, communities.coarseNames),
    parents: communities.coarseOfFine,
    chunks: cuts.map(({ pages, deferred }) => ({ pages: pages[1] - pages[0], deferred: deferred[1] - deferred[0] })),
    nodes: columns(pages),
    edges: toColumns([...all.first, ...sharedClaims(graph, rowOf, isDeferred, EDGE_TYPES.length)]),
  });
  let made: MapPaint | undefined;
  const paint = () => {
    made ??= makePaint();
    return made;
  };

  const rowsOf = (cut: Cut) => [...pages.slice(...cut.pages), ...deferred.slice(...cut.deferred)];
  const slugOf = (row: number) => (graph.ids[row] as string).slice((graph.ids[row] as string).indexOf(':') + 1);
  return {
    paint,
    titles: () => ({ key, titles: firstTitles(paint(), (row) => source.title(order[row] as number)) }),
    rows: cuts.map((cut) => Uint32Array.from(rowsOf(cut))),
    ids: () => idsOf(graph.ids, cuts.map(rowsOf), key),
    chunk(index) {
      const cut = cuts[index] as Cut;
      const rows = rowsOf(cut);
      return {
        key,
        index,
        nodes: columns(deferred.slice(...cut.deferred)),
        edges: toColumns(all.byChunk[index] as Edge[]),
        slugs: rows.map(slugOf),
        titles: rows.map(source.title),
      };
    },
  };
}

/** Which chunk each id is in, spread over files. */
function idsOf(ids: CompactGraph['ids'], chunks: readonly (readonly number[])[], key: number): MapIds[] {
  const files = Array.from({ length: idFiles(ids.length) }, (): MapIds => ({ key, chunks: new Map() }));
  for (const [index, rows] of chunks.entries()) {
    for (const row of rows) {
      const { file, mark } = idPlace(ids[row] as string, ids.length);
      const own = (files[file] as MapIds).chunks;
      const known = own.get(mark);
      if (!known) own.set(mark, [index]);
      else if (!known.includes(index)) known.push(index);
    }
  }
  return files;
}

/** Pages first, then by coarse community, fine community and place on the curve. */
function orderRows({ graph, communities: { coarse, fine }, positions: { x, y }, isDeferred }: MapSource): number[] {
  const scale = gridScale(x, y);
  const places = Float64Array.from(x, (_, row) => hilbert(scale(x[row] as number, 0), scale(y[row] as number, 1)));
  const of = (column: Uint32Array | Float64Array, row: number) => column[row] as number;
  return [...graph.ids.keys()].sort(
    (left, right) =>
      Number(isDeferred(left)) - Number(isDeferred(right)) ||
      of(coarse, left) - of(coarse, right) ||
      of(fine, left) - of(fine, right) ||
      of(places, left) - of(places, right) ||
      left - right,
  );
}

/** Coordinates → whole numbers of the curve's grid. */
function gridScale(x: Int32Array, y: Int32Array): (place: number, axis: 0 | 1) => number {
  const low = [x, y].map((axis) => axis.reduce((least, place) => Math.min(least, place), 0)) as [number, number];
  const high = [x, y].map((axis) => axis.reduce((most, place) => Math.max(most, place), 0)) as [number, number];
  const side = Math.max(high[0] - low[0], high[1] - low[1], 1);
  return (place, axis) => Math.floor(((place - low[axis]) / side) * (2 ** HILBERT_BITS - 1));
}

interface Cut {
  /** From and up to, within pages and within deferred nodes. */
  pages: [number, number];
  deferred: [number, number];
}

/** Whole fine communities, in the order of rows. */
function cutChunks({ fine, coarse }: Communities, pages: readonly number[], deferred: readonly number[]): Cut[] {
  const sizes = new Map<number, { coarse: number; pages: number; deferred: number }>();
  for (const [part, rows] of [['pages', pages] as const, ['deferred', deferred] as const]) {
    for (const row of rows) {
      const label = fine[row] as number;
      const size = sizes.get(label) ?? { coarse: coarse[row] as number, pages: 0, deferred: 0 };
      size[part]++;
      sizes.set(label, size);
    }
  }
  const cuts: Cut[] = [];
  let last: Cut | undefined;
  const inOrder = [...sizes].sort(([left, one], [right, other]) => one.coarse - other.coarse || left - right);
  for (const [, size] of inOrder) {
    const filled = last ? last.pages[1] - last.pages[0] + last.deferred[1] - last.deferred[0] : 0;
    if (!last || filled + size.pages + size.deferred > CHUNK_ROWS) {
      last = {
        pages: [last?.pages[1] ?? 0, last?.pages[1] ?? 0],
        deferred: [last?.deferred[1] ?? 0, last?.deferred[1] ?? 0],
      };
      cuts.push(last);
    }
    last.pages[1] += size.pages;
    last.deferred[1] += size.deferred;
  }
  return cuts;
}

/** Source, target, type, count; ends are rows of the map. */
export type Edge = [number, number, number, number];

/** Edges between pages, and the others by the chunk of their deferred end: the source's where both are. */
function edgesByPlace(graph: CompactGraph, rowOf: Uint32Array, pages: number, cuts: readonly Cut[]) {
  const chunkOf = new Uint32Array(graph.ids.length - pages);
  for (const [index, { deferred }] of cuts.entries()) chunkOf.fill(index, deferred[0], deferred[1]);
  const first: Edge[] = [];
  const byChunk: Edge[][] = cuts.map(() => []);
  for (const [edge, source] of graph.sources.entries()) {
    const [from, to] = [rowOf[source] as number, rowOf[graph.targets[edge] as number] as number];
    const row: Edge = [from, to, graph.types[edge] as number, graph.counts[edge] as number];
    if (from < pages && to < pages) first.push(row);
    else byChunk[chunkOf[(from >= pages ? from : to) - pages] as number]?.push(row);
  }
  return { first, byChunk };
}

function toColumns(edges: Edge[]): MapEdges {
  edges.sort((left, right) => left[0] - right[0] || left[1] - right[1] || left[2] - right[2]);
  return {
    source: Uint32Array.from(edges, (edge) => edge[0]),
    target: Uint32Array.from(edges, (edge) => edge[1]),
    type: Uint8Array.from(edges, (edge) => edge[2]),
    count: Uint32Array.from(edges, (edge) => edge[3]),
  };
}

/** Scores on a logarithmic scale, 0 for the least and 255 for the most. */
function importanceOf(scores: Float64Array): Uint8Array {
  const logs = scores.map(Math.log);
  const least = logs.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = logs.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  return Uint8Array.from(logs, (value) => (most > least ? Math.round((255 * (value - least)) / (most - least)) : 0));
}

/** Of a page, the deferred nodes it is linked with; of a deferred node, the pages that link to it. */
function evidenceOf(graph: CompactGraph, isDeferred: (row: number) => boolean, row: number): number {
  const around = new Set<number>();
  for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
    const other = graph.neighbours[at] as number;
    const counts = isDeferred(row)
      ? !isDeferred(other) && graph.sources[graph.links[at] as number] === other
      : isDeferred(other);
    if (counts) around.add(other);
  }
  return around.size;
}

/** Communities with their names, in the middle of their members. */
function named({ graph, positions, title }: MapSource, labels: Uint32Array, names: Uint32Array): MapCommunity[] {
  const sums = Array.from(names, () => ({ x: 0, y: 0, size: 0 }));
  for (const row of graph.ids.keys()) {
    const sum = sums[labels[row] as number] as (typeof sums)[number];
    sum.x += positions.x[row] as number;
    sum.y += positions.y[row] as number;
    sum.size++;
  }
  return sums.map(({ x, y, size }, index) => ({
    title: title(names[index] as number),
    // `+ 0` has no sign at zero.
    x: Math.round(x / size) + 0,
    y: Math.round(y / size) + 0,
  }));
}

/** Of the labels shown first, as many as first paint brings: the lowest levels, then the most important. */
function firstTitles({ nodes }: MapPaint, title: (row: number) => string): Map<number, string> {
  const rows = [...nodes.label.keys()].filter((row) => nodes.label[row] !== 0);
  const level = (row: number) => ((nodes.label[row] as number) - 1) >> 2;
  rows.sort(
    (left, right) =>
      level(left) - level(right) ||
      (nodes.importance[right] as number) - (nodes.importance[left] as number) ||
      left - right,
  );
  return new Map(
    rows
      .slice(0, FIRST_TITLES)
      .sort((left, right) => left - right)
      .map((row) => [row, title(row)]),
  );
}
