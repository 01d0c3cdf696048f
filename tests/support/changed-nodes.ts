import type { AnyNode, NodeId } from '../../src/wiki/corpus/node.ts';
import type { ViewContext } from '../../src/wiki/views/view-context.ts';

/** Nodes of which their own data, prose, outgoing edges or date are not what they were; new ones among them. */
export function changedNodes(before: ViewContext, after: ViewContext): Set<NodeId> {
  const earlier = new Map(before.wiki.graph.nodes.map((node) => [node.id, digestOf(before, node)]));
  return new Set(
    after.wiki.graph.nodes.filter((node) => earlier.get(node.id) !== digestOf(after, node)).map((node) => node.id),
  );
}

function digestOf({ wiki: { graph } }: ViewContext, node: AnyNode): string {
  const edges = graph.out(node.id).map(({ target, type, field, label, prose }) => [target, type, field, label, prose]);
  const texts = node.proses.map(({ text }) => text);
  return JSON.stringify([node.data, node.title, node.aliases, node.summary, texts, edges, graph.date(node.id)]);
}
