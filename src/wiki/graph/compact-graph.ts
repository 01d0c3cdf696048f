import type { NodeId } from '../corpus/node.ts';
import type { KindName } from '../kinds/index.ts';
import { EDGES, type EdgeType } from '../kinds/names.ts';
import type { WikiGraph } from './wiki-graph.ts';

/** Types of edges by number, in the order in which `EDGES` lists them. */
export const EDGE_TYPES = Object.keys(EDGES) as EdgeType[];

/**
 * The typed graph as rows of numbers, for measures that visit every edge many times. Row `i` of `ids`, `kinds` is node `i`; nodes stand
 * in the graph's own order, by id. Row `e` of `sources`, `targets`, `types`, `counts` is edge `e`: written links with the same ends and
 * type are one edge that counts how often it is written. Links of a page to itself are left out. Edges stand by source, target, type.
 *
 * The compressed rows at the end (compressed sparse row format) list each edge at both of its ends: the neighbours of node `i` are
 * `neighbours[k]`, over edge `links[k]`, for `k` from `offsets[i]` up to `offsets[i + 1]`.
 *
 * Memory: 13 bytes an edge and 16 more for the compressed rows; 100,000 nodes with 400,000 edges take 12 MB beside their ids.
 */
export interface CompactGraph {
  readonly ids: readonly NodeId[];
  readonly kinds: readonly KindName[];
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** Index into `EDGE_TYPES`. */
  readonly types: Uint8Array;
  readonly counts: Uint32Array;
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly links: Uint32Array;
}

/** One edge of a compact graph before it is packed: ends are rows. */
export interface CompactEdge {
  source: number;
  target: number;
  type: number;
  count: number;
}

/** Edges as columns: row `e` of each is edge `e`. */
export type EdgeColumns = Pick<CompactGraph, 'sources' | 'targets' | 'types' | 'counts'>;

/** Packs the compiled graph. O(nodes + edges · log edges of a node). */
export function compactGraph({ nodes, out }: Pick<WikiGraph, 'nodes' | 'out'>): CompactGraph {
  const rowOf = new Map(nodes.map((node, row) => [node.id, row]));
  const typeOf = new Map(EDGE_TYPES.map((type, index) => [type, index]));
  const sources: number[] = [];
  const targets: number[] = [];
  const types: number[] = [];
  const counts: number[] = [];
  for (const [source, node] of nodes.entries()) {
    const keys: number[] = [];
    for (const link of out(node.id)) {
      const target = rowOf.get(link.target) as number;
      if (target !== source) keys.push(target * EDGE_TYPES.length + (typeOf.get(link.type) as number));
    }
    if (keys.length > 1) keys.sort((left, right) => left - right);
    for (const [at, key] of keys.entries()) {
      if (at > 0 && key === keys[at - 1]) (counts[counts.length - 1] as number)++;
      else {
        sources.push(source);
        targets.push(Math.floor(key / EDGE_TYPES.length));
        types.push(key % EDGE_TYPES.length);
        counts.push(1);
      }
    }
  }
  return packColumns(
    nodes.map(({ id }) => id),
    nodes.map(({ kind }) => kind),
    {
      sources: Uint32Array.from(sources),
      targets: Uint32Array.from(targets),
      types: Uint8Array.from(types),
      counts: Uint32Array.from(counts),
    },
  );
}

/** Packs nodes and distinct edges given as rows. */
export function packGraph(ids: readonly NodeId[], kinds: readonly KindName[], edges: CompactEdge[]): CompactGraph {
  edges.sort((left, right) => left.source - right.source || left.target - right.target || left.type - right.type);
  return packColumns(ids, kinds, {
    sources: Uint32Array.from(edges, (edge) => edge.source),
    targets: Uint32Array.from(edges, (edge) => edge.target),
    types: Uint8Array.from(edges, (edge) => edge.type),
    counts: Uint32Array.from(edges, (edge) => edge.count),
  });
}

/** The same for columns of distinct edges by source, target, type. O(nodes + edges). */
export function packColumns(ids: readonly NodeId[], kinds: readonly KindName[], edges: EdgeColumns): CompactGraph {
  const { sources, targets, types, counts } = edges;
  const offsets = new Uint32Array(ids.length + 1);
  for (let edge = 0; edge < sources.length; edge++) {
    (offsets[(sources[edge] as number) + 1] as number)++;
    (offsets[(targets[edge] as number) + 1] as number)++;
  }
  for (let row = 0; row < ids.length; row++) (offsets[row + 1] as number) += offsets[row] as number;
  const next = offsets.slice();
  const neighbours = new Uint32Array(sources.length * 2);
  const links = new Uint32Array(sources.length * 2);
  for (let edge = 0; edge < sources.length; edge++) {
    const [source, target] = [sources[edge] as number, targets[edge] as number];
    const out = (next[source] as number)++;
    neighbours[out] = target;
    links[out] = edge;
    const into = (next[target] as number)++;
    neighbours[into] = source;
    links[into] = edge;
  }
  return { ids, kinds, sources, targets, types, counts, offsets, neighbours, links };
}
