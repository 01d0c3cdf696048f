import { type CompactGraph, EDGE_TYPES } from '../../graph/compact-graph.ts';
import type { EdgeType } from '../../kinds/names.ts';
import type { Edge } from './map-data.ts';

/** What a claim joins: what it is about with each other, and who says it with what it is about. */
const ABOUT: EdgeType = 'about';
const BY: EdgeType = 'by';

/**
 * Edges of type `type` between pages that share deferred nodes, with how many they share: the lines that first paint shows in place of the
 * claims. Ends are map rows, the lower first. A deferred node about `k` things adds `k · (k + 1) / 2` pairs at most.
 */
export function sharedClaims(
  graph: CompactGraph,
  rowOf: Uint32Array,
  isDeferred: (row: number) => boolean,
  type: number,
): Edge[] {
  const [about, by] = [EDGE_TYPES.indexOf(ABOUT), EDGE_TYPES.indexOf(BY)];
  const shared = new Map<number, number>();
  const size = graph.ids.length;
  for (let row = 0; row < size; row++) {
    if (!isDeferred(row)) continue;
    const topics: number[] = [];
    const speakers: number[] = [];
    for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
      const link = graph.links[at] as number;
      if (graph.sources[link] !== row || isDeferred(graph.neighbours[at] as number)) continue;
      if (graph.types[link] === about) topics.push(rowOf[graph.neighbours[at] as number] as number);
      if (graph.types[link] === by) speakers.push(rowOf[graph.neighbours[at] as number] as number);
    }
    for (const [index, topic] of topics.entries()) {
      for (const other of [...topics.slice(index + 1), ...speakers]) {
        if (other === topic) continue;
        const pair = Math.min(topic, other) * size + Math.max(topic, other);
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  return Array.from(shared, ([pair, count]) => [Math.floor(pair / size), pair % size, type, count]);
}
