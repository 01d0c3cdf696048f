import { type CompactEdge, type CompactGraph, packGraph } from '../../src/wiki/graph/compact-graph.ts';

/** The graph without some of its rows, and the old row of each that is left. */
export function partOfGraph(
  graph: CompactGraph,
  isKept: (row: number) => boolean,
): { graph: CompactGraph; rows: number[] } {
  const rows = [...graph.ids.keys()].filter(isKept);
  const rowOf = new Map(rows.map((old, row) => [old, row]));
  const edges = Array.from(graph.sources, (source, edge): CompactEdge | undefined => {
    const [from, to] = [rowOf.get(source), rowOf.get(graph.targets[edge] as number)];
    if (from === undefined || to === undefined) return undefined;
    return { source: from, target: to, type: graph.types[edge] as number, count: graph.counts[edge] as number };
  });
  const of = <T>(column: readonly T[]) => rows.map((row) => column[row] as T);
  return {
    graph: packGraph(
      of(graph.ids),
      of(graph.kinds),
      edges.filter((edge) => edge !== undefined),
    ),
    rows,
  };
}
