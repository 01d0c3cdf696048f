import { slugify } from '../../wiki/text/slug.ts';
import {
  type MapChunk,
  type MapEdges,
  type MapPaint,
  type MapTitles,
  rangeOf,
  rowsOf,
} from '../../wiki/views/contracts/map-parts.ts';

/** The map as the page holds it: first paint, and what chunks have brought so far. Rows are those of `map-wire.ts`. */
export interface MapWorld {
  readonly paint: MapPaint;
  /** Rows below are pages; the others wait for their chunk. */
  readonly pages: number;
  readonly rows: number;
  /** Map units: the longer side is 1, the middle of the map is at 0.5, 0.5; y up, x and y of a row side by side. */
  readonly places: Float32Array<ArrayBuffer>;
  /** Of the map, in map units; the longer is 1 unless all pages stand in one place. */
  readonly extent: { width: number; height: number };
  /** Layout units → map units. */
  place(x: number, y: number): { x: number; y: number };
  readonly kind: Uint8Array;
  readonly fine: Uint32Array;
  readonly importance: Uint8Array;
  readonly evidence: Uint32Array;
  readonly year: Uint16Array;
  /** 1 where the row is known. */
  readonly known: Uint8Array;
  readonly titles: (string | undefined)[];
  readonly slugs: (string | undefined)[];
  readonly chunkOf: Uint32Array;
  readonly loaded: Set<number>;
  /** Row by id, of chunks that are here. */
  readonly rowOf: Map<string, number>;
  /** Slugs of coarse communities. */
  readonly communities: readonly string[];
  edges: WorldEdges;
  /** Grows with every chunk. */
  version: number;
}

/** Edges by row, with the compressed rows that list each at both ends. */
export interface WorldEdges extends MapEdges {
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly links: Uint32Array;
}

export function openWorld(paint: MapPaint): MapWorld {
  const { nodes } = paint;
  const pages = nodes.kind.length;
  const rows = rowsOf(paint);
  const grown = <T extends Uint8Array | Uint16Array | Uint32Array>(column: T, made: T): T => {
    made.set(column);
    return made;
  };
  const frame = frameOf(nodes.x, nodes.y);
  const world: MapWorld = {
    paint,
    pages,
    rows,
    places: new Float32Array(rows * 2),
    extent: { width: frame.width / frame.side, height: frame.height / frame.side },
    place: (x, y) => ({
      x: 0.5 + (x - frame.left - frame.width / 2) / frame.side,
      y: 0.5 + (y - frame.bottom - frame.height / 2) / frame.side,
    }),
    kind: grown(nodes.kind, new Uint8Array(rows)),
    fine: grown(nodes.fine, new Uint32Array(rows)),
    importance: grown(nodes.importance, new Uint8Array(rows)),
    evidence: grown(nodes.evidence, new Uint32Array(rows)),
    year: grown(nodes.year, new Uint16Array(rows)),
    known: new Uint8Array(rows).fill(1, 0, pages),
    titles: [],
    slugs: [],
    chunkOf: new Uint32Array(rows),
    loaded: new Set(),
    rowOf: new Map(),
    communities: distinct(paint.coarse.map(({ title }) => slugify(title))),
    edges: joinRows(paint.edges, rows),
    version: 0,
  };
  for (const index of paint.chunks.keys()) {
    const range = rangeOf(paint, index);
    world.chunkOf.fill(index, ...range.pages);
    world.chunkOf.fill(index, ...range.deferred);
  }
  put(world, 0, nodes.x, nodes.y);
  return world;
}

/** Adds the titles of the whole map's labels. */
export function addTitles(world: MapWorld, { titles }: MapTitles): void {
  for (const [row, title] of titles) world.titles[row] = title;
}

/** Adds what a chunk knows. A chunk that is here already changes nothing. O(edges known). */
export function addChunk(world: MapWorld, chunk: MapChunk): void {
  if (world.loaded.has(chunk.index)) return;
  world.loaded.add(chunk.index);
  world.version++;
  const { pages, deferred } = rangeOf(world.paint, chunk.index);
  const [first] = deferred;
  for (const column of ['kind', 'fine', 'importance', 'evidence', 'year'] as const)
    world[column].set(chunk.nodes[column], first);
  put(world, first, chunk.nodes.x, chunk.nodes.y);
  world.known.fill(1, ...deferred);
  const rows = [...span(pages), ...span(deferred)];
  for (const [index, row] of rows.entries()) {
    world.titles[row] = chunk.titles[index];
    world.slugs[row] = chunk.slugs[index];
    world.rowOf.set(`${kindName(world, row)}:${chunk.slugs[index]}`, row);
  }
  const joined = (key: keyof MapEdges, made: Uint32Array | Uint8Array) => {
    made.set(world.edges[key]);
    made.set(chunk.edges[key], world.edges[key].length);
    return made;
  };
  const size = world.edges.source.length + chunk.edges.source.length;
  world.edges = joinRows(
    {
      source: joined('source', new Uint32Array(size)) as Uint32Array,
      target: joined('target', new Uint32Array(size)) as Uint32Array,
      type: joined('type', new Uint8Array(size)) as Uint8Array,
      count: joined('count', new Uint32Array(size)) as Uint32Array,
    },
    world.rows,
  );
}

export function kindName(world: MapWorld, row: number): string {
  return world.paint.kinds[world.kind[row] as number]?.name ?? '';
}

/** `kind:slug`, once its chunk is here. */
export function idOf(world: MapWorld, row: number): string | undefined {
  const slug = world.slugs[row];
  return slug === undefined ? undefined : `${kindName(world, row)}:${slug}`;
}

/** Path of its page inside the site. */
export function pathOf(world: MapWorld, row: number): string | undefined {
  const slug = world.slugs[row];
  return slug === undefined ? undefined : `${world.paint.kinds[world.kind[row] as number]?.folder}/${slug}/`;
}

export function coarseOf(world: MapWorld, row: number): number {
  return world.paint.parents[world.fine[row] as number] ?? 0;
}

/** Other ends of a row's edges with the edge, each edge once. */
export function* around(edges: WorldEdges, row: number): Generator<[neighbour: number, edge: number]> {
  for (let at = edges.offsets[row] as number; at < (edges.offsets[row + 1] as number); at++)
    yield [edges.neighbours[at] as number, edges.links[at] as number];
}

/** Lists each edge at both ends; of a graph for paths, open edges alone. */
export function joinRows(edges: MapEdges, rows: number, isOpen: (edge: number) => boolean = () => true): WorldEdges {
  const size = edges.source.length;
  let open = 0;
  const offsets = new Uint32Array(rows + 1);
  for (let edge = 0; edge < size; edge++) {
    if (!isOpen(edge)) continue;
    open++;
    (offsets[(edges.source[edge] as number) + 1] as number)++;
    (offsets[(edges.target[edge] as number) + 1] as number)++;
  }
  for (let row = 0; row < rows; row++) (offsets[row + 1] as number) += offsets[row] as number;
  const next = offsets.slice();
  const neighbours = new Uint32Array(open * 2);
  const links = new Uint32Array(open * 2);
  for (let edge = 0; edge < size; edge++) {
    if (!isOpen(edge)) continue;
    const [source, target] = [edges.source[edge] as number, edges.target[edge] as number];
    for (const [end, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const slot = (next[end] as number)++;
      neighbours[slot] = other;
      links[slot] = edge;
    }
  }
  return { ...edges, offsets, neighbours, links };
}

interface Frame {
  left: number;
  bottom: number;
  width: number;
  height: number;
  side: number;
}

/** The box around all pages; one page alone has a box too. */
function frameOf(x: Int32Array, y: Int32Array): Frame {
  const ends = (axis: Int32Array) => {
    let [low, high] = [axis[0] ?? 0, axis[0] ?? 0];
    for (const place of axis) {
      if (place < low) low = place;
      if (place > high) high = place;
    }
    return [low, high] as const;
  };
  const [left, right] = ends(x);
  const [bottom, top] = ends(y);
  return { left, bottom, width: right - left, height: top - bottom, side: Math.max(right - left, top - bottom, 1) };
}

function put(world: MapWorld, first: number, x: Int32Array, y: Int32Array): void {
  for (let index = 0; index < x.length; index++) {
    const place = world.place(x[index] as number, y[index] as number);
    world.places[2 * (first + index)] = place.x;
    world.places[2 * (first + index) + 1] = place.y;
  }
}

function span([from, until]: [number, number]): number[] {
  return Array.from({ length: until - from }, (_, index) => from + index);
}

/** The second of a name gets a number. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  });
}
