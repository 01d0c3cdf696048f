import type { AnyNode } from '../../src/wiki/corpus/node.ts';
import type { WikiGraph } from '../../src/wiki/graph/wiki-graph.ts';
import { asList } from '../../src/wiki/text/plain.ts';

/** Links as the generator writes them; it writes none inside code. */
export const LINK = /\[\[([^[\]]+)\]\]/g;

/** What a link says: a page's title, or a citation's guest, episode and time. */
export function labelOf(node: AnyNode, graph: WikiGraph): string {
  if (node.kind !== 'claim') return node.title;
  const [guest] = graph.out(node.id, 'by');
  const [episode] = graph.out(node.id, 'in');
  const names = [guest, episode].map((edge) => (edge ? graph.node(edge.target).title : ''));
  return [...names, asList(node.data.at)[0]].join(', ');
}
