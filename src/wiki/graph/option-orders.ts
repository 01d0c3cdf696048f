import type { AnyNode, NodeId } from '../corpus/node.ts';
import { compareText } from '../text/order.ts';
import type { WikiGraph } from './wiki-graph.ts';

/** Options up to which every order of all of them leads to their comparison: 24 addresses. Of more, each two do. */
const MAX_ORDERED = 4;

/** What a comparison compares, in its order, each once. */
export function optionsOf(graph: WikiGraph, comparison: NodeId): NodeId[] {
  const options = graph.out(comparison, 'compares').filter((edge) => edge.field.startsWith('options.'));
  return [...new Set(options.map((edge) => edge.target))];
}

/** "Y vs X" as slugs: every order of the names in a comparison’s own slug, and of the slugs of what it compares. */
export function otherOrders(graph: WikiGraph, comparison: AnyNode): string[] {
  const slugs = optionsOf(graph, comparison.id).map((id) => graph.node(id).slug);
  return [comparison.slug.split('-vs-'), slugs]
    .filter((names) => names.length > 1 && names.length <= MAX_ORDERED)
    .flatMap((names) => orders(names).map((order) => order.join('-vs-')));
}

/** Two options that somebody has written a comparison of, alone or among others. */
export interface WrittenPair {
  comparison: NodeId;
  options: [NodeId, NodeId];
}

/** Each two options once: a comparison of the two alone comes before one of more. */
export function writtenPairs(graph: WikiGraph): WrittenPair[] {
  const comparisons = graph
    .ofKind('comparison')
    .map(({ id }) => ({ id, options: optionsOf(graph, id) }))
    .sort((left, right) => left.options.length - right.options.length || compareText(left.id, right.id));
  const pairs = new Map<string, WrittenPair>();
  for (const { id, options } of comparisons) {
    for (const [index, one] of options.entries()) {
      for (const other of options.slice(index + 1)) {
        const key = [one, other].sort(compareText).join(' ');
        if (!pairs.has(key)) pairs.set(key, { comparison: id, options: [one, other] });
      }
    }
  }
  return [...pairs.values()];
}

/** `a-vs-b` and `b-vs-a` */
export function bothOrders(graph: WikiGraph, [one, other]: readonly [NodeId, NodeId]): string[] {
  const [left, right] = [graph.node(one).slug, graph.node(other).slug];
  return [`${left}-vs-${right}`, `${right}-vs-${left}`];
}

function orders(names: readonly string[]): string[][] {
  if (names.length < 2) return [[...names]];
  return names.flatMap((first, index) => orders(names.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}
