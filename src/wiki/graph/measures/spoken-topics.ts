import { type CompactEdge, type CompactGraph, EDGE_TYPES, packGraph } from '../compact-graph.ts';

/** Type of the edges that `withSpokenTopics` adds, one beyond those that are written. */
export const SPEAKS_ABOUT = EDGE_TYPES.length;

const OWNERS = new Set(['by', 'in'].map((type) => EDGE_TYPES.indexOf(type as 'by')));
const TOPICS = new Set(['about', 'judgedBy', 'speaksFor', 'takes'].map((type) => EDGE_TYPES.indexOf(type as 'about')));

/**
 * The graph with what follows from its claims: a guest, and an episode, speaks about whatever their claims are about.
 * The edge counts the claims. Without it two guests are four steps apart, and every measure of two steps is blind to
 * them. O(edges · log edges).
 */
export function withSpokenTopics(graph: CompactGraph): CompactGraph {
  const edges: CompactEdge[] = Array.from(graph.sources, (source, edge) => ({
    source,
    target: graph.targets[edge] as number,
    type: graph.types[edge] as number,
    count: graph.counts[edge] as number,
  }));
  const derived = new Map<number, CompactEdge>();
  // Edges stand by their source, so that those of one claim follow each other.
  for (let from = 0; from < edges.length; ) {
    let to = from;
    while (to < edges.length && edges[to]?.source === edges[from]?.source) to++;
    const own = edges.slice(from, to);
    const owners = own.filter(({ type }) => OWNERS.has(type));
    const topics = new Set(own.filter(({ type }) => TOPICS.has(type)).map(({ target }) => target));
    for (const { target: source } of owners) {
      for (const target of topics) {
        const key = source * graph.ids.length + target;
        const known = derived.get(key);
        if (known) known.count++;
        else derived.set(key, { source, target, type: SPEAKS_ABOUT, count: 1 });
      }
    }
    from = to;
  }
  return packGraph(graph.ids, graph.kinds, [...edges, ...derived.values()]);
}
