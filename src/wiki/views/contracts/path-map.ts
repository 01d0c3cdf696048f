import { type MapChunk, type MapEdges, type MapPaint, rangeOf, rowsOf } from './map-parts.ts';
import { type PathGraph, stepCost } from './paths.ts';

/** A page or claim on a path, as the browser shows it. */
export interface PathPlace {
  /** `kind:slug`. */
  id: string;
  kind: string;
  title: string;
  /** Inside the site, without a slash in front. */
  path: string;
}

/** The whole map, ready to be asked for paths. */
export interface PathMap {
  graph: PathGraph;
  rowOf(id: string): number | undefined;
  place(row: number): PathPlace;
  typeOf(link: number): string;
  /** Whether the link was written at that row. */
  startsAt(link: number, row: number): boolean;
}

/**
 * First paint and all chunks as one graph. Edges that stand for claims are closed to paths, since the claims themselves are
 * there. `shared` is the name of their type. O(rows + edges).
 */
export function pathMap(paint: MapPaint, chunks: readonly MapChunk[], shared = 'claims'): PathMap {
  const rows = rowsOf(paint);
  const places: PathPlace[] = [];
  const rowById = new Map<string, number>();
  for (const chunk of chunks) {
    const range = rangeOf(paint, chunk.index);
    let index = 0;
    for (const [from, to] of [range.pages, range.deferred]) {
      for (let row = from; row < to; row++, index++) {
        const number =
          row < paint.nodes.kind.length ? paint.nodes.kind[row] : chunk.nodes.kind[row - range.deferred[0]];
        const kind = paint.kinds[number as number] as MapPaint['kinds'][number];
        const slug = chunk.slugs[index] as string;
        const id = `${kind.name}:${slug}`;
        places[row] = { id, kind: kind.name, title: chunk.titles[index] as string, path: `${kind.folder}/${slug}/` };
        rowById.set(id, row);
      }
    }
  }
  const parts: MapEdges[] = [paint.edges, ...chunks.map(({ edges }) => edges)];
  const sources = parts.flatMap(({ source }) => [...source]);
  const targets = parts.flatMap(({ target }) => [...target]);
  const types = parts.flatMap(({ type }) => [...type]);
  const names = paint.edgeTypes.map(({ name }) => name);
  const open = sources.flatMap((_, edge) => (names[types[edge] as number] === shared ? [] : [edge]));
  return {
    graph: {
      ...compressedRows(rows, open, sources, targets),
      costs: Float64Array.from(types, (type) => stepCost(names[type] as string)),
    },
    rowOf: (id) => rowById.get(id),
    place: (row) => places[row] as PathPlace,
    typeOf: (link) => names[types[link] as number] as string,
    startsAt: (link, row) => sources[link] === row,
  };
}

function compressedRows(
  rows: number,
  edges: readonly number[],
  sources: readonly number[],
  targets: readonly number[],
): Omit<PathGraph, 'costs'> {
  const offsets = new Uint32Array(rows + 1);
  const ends = edges.flatMap((edge): [number, number, number][] => {
    const [source, target] = [sources[edge] as number, targets[edge] as number];
    return [
      [source, target, edge],
      [target, source, edge],
    ];
  });
  for (const [end] of ends) (offsets[end + 1] as number)++;
  for (let row = 0; row < rows; row++) (offsets[row + 1] as number) += offsets[row] as number;
  const next = offsets.slice();
  const neighbours = new Uint32Array(ends.length);
  const links = new Uint32Array(ends.length);
  for (const [end, other, edge] of ends) {
    const slot = (next[end] as number)++;
    neighbours[slot] = other;
    links[slot] = edge;
  }
  return { offsets, neighbours, links };
}
