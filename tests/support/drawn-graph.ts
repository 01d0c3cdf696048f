import type { NodeId } from '../../src/wiki/corpus/node.ts';
import { type CompactEdge, type CompactGraph, EDGE_TYPES, packGraph } from '../../src/wiki/graph/compact-graph.ts';
import type { KindName } from '../../src/wiki/kinds/index.ts';
import type { EdgeType } from '../../src/wiki/kinds/names.ts';
import fc from './property.ts';

/** A graph written down by hand: `['a links b', 'claim:x about a']`; a name without a kind is a concept. `alone` have no edge. */
export function drawnGraph(lines: readonly string[], alone: readonly string[] = []): CompactGraph {
  const idOf = (name: string) => (name.includes(':') ? name : `concept:${name}`) as NodeId;
  const parts = lines.map((line) => line.split(' ') as [string, EdgeType, string]);
  const ids = [...new Set([...parts.flatMap(([from, , to]) => [idOf(from), idOf(to)]), ...alone.map(idOf)])].sort();
  const edges = new Map<string, CompactEdge>();
  for (const [from, type, to] of parts) {
    const edge = { source: ids.indexOf(idOf(from)), target: ids.indexOf(idOf(to)), type: EDGE_TYPES.indexOf(type) };
    const key = Object.values(edge).join(' ');
    edges.set(key, { ...edge, count: (edges.get(key)?.count ?? 0) + 1 });
  }
  return packGraph(
    ids,
    ids.map((id) => id.slice(0, id.indexOf(':')) as KindName),
    [...edges.values()],
  );
}

/** Lines of a small graph of concepts and claims, and names without an edge. */
export function randomLines(): fc.Arbitrary<{ lines: string[]; alone: string[] }> {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'claim:f/g', 'claim:f/h', 'guest:i', 'episode:f');
  const type = fc.constantFrom('links', 'about', 'broader', 'by', 'in');
  const line = fc
    .tuple(name, type, name)
    .filter(([from, , to]) => from !== to)
    .map((parts) => parts.join(' '));
  return fc.record({ lines: fc.array(line, { maxLength: 20 }), alone: fc.subarray(['y', 'z']) });
}
