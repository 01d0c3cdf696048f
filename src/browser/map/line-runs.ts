import { LAST_RANK } from './edge-ranks.ts';
import type { WorldEdges } from './map-world.ts';

/** Ends of shown edges, the most telling first. */
export interface LineRuns {
  /** Rows, two an edge. */
  ends: Uint32Array<ArrayBuffer>;
  /** By rank: index of its first end and how many ends. */
  runs: { first: number; count: number }[];
}

/** Bytes of importance have so many values. */
const LEVELS = 256;

/**
 * Picks edges whose two ends and type are shown, by rank (`edge-ranks.ts`), within a rank those between important ends first, so that
 * any first part of them is the most telling one. A counting sort: O(edges).
 */
export function lineRuns(
  edges: WorldEdges,
  rows: Uint8Array,
  importance: Uint8Array,
  shown: readonly boolean[],
  ranks: Uint8Array,
): LineRuns {
  const size = edges.source.length;
  /** 1 + place in the order of ranks, then of importance; 0 for edges left out. */
  const places = new Uint16Array(size);
  const next = new Uint32Array((LAST_RANK + 1) * LEVELS + 1);
  for (let edge = 0; edge < size; edge++) {
    const [source, target, type] = [
      edges.source[edge] as number,
      edges.target[edge] as number,
      edges.type[edge] as number,
    ];
    if (!shown[type] || rows[source] !== 1 || rows[target] !== 1) continue;
    const least = Math.min(importance[source] as number, importance[target] as number);
    const place = (ranks[edge] as number) * LEVELS + (LEVELS - 1 - least);
    places[edge] = place + 1;
    (next[place + 1] as number)++;
  }
  for (let place = 0; place < next.length - 1; place++) (next[place + 1] as number) += next[place] as number;
  const runs = Array.from({ length: LAST_RANK + 1 }, (_, rank) => {
    const [first, last] = [next[rank * LEVELS] as number, next[(rank + 1) * LEVELS] as number];
    return { first: first * 2, count: (last - first) * 2 };
  });
  const ends = new Uint32Array((next.at(-1) as number) * 2);
  for (let edge = 0; edge < size; edge++) {
    if (places[edge] === 0) continue;
    const at = (next[(places[edge] as number) - 1] as number)++ * 2;
    ends[at] = edges.source[edge] as number;
    ends[at + 1] = edges.target[edge] as number;
  }
  return { ends, runs };
}
