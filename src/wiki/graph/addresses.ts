import type { AnyNode, NodeId } from '../corpus/node.ts';
import { kinds } from '../kinds/index.ts';
import { slugify } from '../text/slug.ts';
import { bothOrders, otherOrders, writtenPairs } from './option-orders.ts';
import type { WikiGraph } from './wiki-graph.ts';

/** Path of a page inside the site, without a slash in front: `concepts/rag/`. */
export function pathOf(node: Pick<AnyNode, 'kind' | 'slug'>): string {
  return `${kinds[node.kind].folder}/${node.slug}/`;
}

/**
 * Addresses that lead to a page but are not its own: those it had before (`formerly`), its aliases, its claims’ addresses under an
 * episode’s aliases, and other orders of the options of a comparison, each two of many included. A page of its own keeps its address; of two pages that want one, the first has it.
 */
export function formerAddresses(graph: WikiGraph): Map<string, NodeId> {
  const taken = new Set(graph.nodes.map(pathOf));
  const found = new Map<string, NodeId>();
  const lead = (path: string, id: NodeId) => {
    if (!taken.has(path) && !found.has(path)) found.set(path, id);
  };
  for (const node of graph.nodes) {
    for (const path of node.data.formerly ?? []) lead(`${path}/`, node.id);
  }
  for (const node of graph.nodes) {
    for (const slug of otherSlugs(graph, node)) if (slug !== '') lead(pathOf({ kind: node.kind, slug }), node.id);
  }
  // What somebody has written down comes before what follows from it.
  for (const node of graph.ofKind('comparison')) {
    for (const slug of otherOrders(graph, node)) lead(pathOf({ kind: node.kind, slug }), node.id);
  }
  for (const { comparison, options } of writtenPairs(graph)) {
    for (const slug of bothOrders(graph, options)) lead(pathOf({ kind: 'comparison', slug }), comparison);
  }
  return found;
}

function otherSlugs(graph: WikiGraph, node: AnyNode): string[] {
  if (node.kind !== 'claim') return node.aliases.map(slugify);
  const episodes = graph.out(node.id, 'in').map((edge) => graph.node(edge.target));
  return episodes.flatMap(({ aliases }) => aliases.map((alias) => `${slugify(alias)}/${node.data.id}`));
}
