import type { AnyNode, NodeId } from '../corpus/node.ts';
import { kinds } from '../kinds/index.ts';
import { assignDates } from './assign-dates.ts';
import { type WikiGraph, wikiGraph } from './wiki-graph.ts';

/** Whether readers get to see a page. A kind may hold pages back until somebody has vouched for them. */
export function isPublished(node: AnyNode): boolean {
  return !kinds[node.kind].isHeldBack?.(node.data as Record<string, unknown>);
}

/**
 * The graph that readers see: without the pages that are held back, their links and the dates they would give. Views,
 * search, exports and measures get this one, so that none of them has to ask.
 */
export function publishedGraph(wiki: WikiGraph): WikiGraph {
  const nodes = wiki.nodes.filter(isPublished);
  if (nodes.length === wiki.nodes.length) return wiki;
  const shown = new Set<NodeId>(nodes.map((node) => node.id));
  const edges = nodes.flatMap((node) => wiki.out(node.id).filter((edge) => shown.has(edge.target)));
  const unsettled = new Set([...shown].filter((id) => wiki.isUnsettled(id)));
  const graph = wikiGraph(nodes, edges, unsettled);
  assignDates(graph);
  return graph;
}
