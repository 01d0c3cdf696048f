import { around, type WorldEdges } from './map-world.ts';

/** Rows within `depth` steps over shown edges, with their distance. Breadth first; O(edges met). */
export function withinReach(
  edges: WorldEdges,
  start: number,
  depth: number,
  shown: readonly boolean[],
  known: Uint8Array,
): Map<number, number> {
  const reached = new Map([[start, 0]]);
  let front = [start];
  for (let step = 1; step <= depth && front.length > 0; step++) {
    const next: number[] = [];
    for (const row of front) {
      for (const [other, edge] of around(edges, row)) {
        if (reached.has(other) || known[other] !== 1 || !shown[edges.type[edge] as number]) continue;
        reached.set(other, step);
        next.push(other);
      }
    }
    front = next;
  }
  return reached;
}
