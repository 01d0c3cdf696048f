import type { WorldEdges } from './map-world.ts';

/** Ends of shown edges, those drawn alike together. */
export interface LineRuns {
  /** Rows, two an edge. */
  ends: Uint32Array;
  /** By stroke: index of its first end and how many ends. */
  runs: { first: number; count: number }[];
}

/** Picks edges whose two ends and type are shown. `strokeOf` says, by type, which stroke draws it. O(edges). */
export function lineRuns(
  edges: WorldEdges,
  rows: Uint8Array,
  shown: readonly boolean[],
  strokeOf: readonly number[],
  strokes: number,
): LineRuns {
  const counts = new Array<number>(strokes).fill(0);
  const picked = new Uint8Array(edges.source.length);
  for (let edge = 0; edge < picked.length; edge++) {
    const type = edges.type[edge] as number;
    if (!shown[type] || rows[edges.source[edge] as number] !== 1 || rows[edges.target[edge] as number] !== 1) continue;
    picked[edge] = 1;
    (counts[strokeOf[type] as number] as number)++;
  }
  const runs = counts.map((count) => ({ first: 0, count: count * 2 }));
  let total = 0;
  for (const run of runs) {
    run.first = total;
    total += run.count;
  }
  const next = runs.map(({ first }) => first);
  const ends = new Uint32Array(total);
  for (let edge = 0; edge < picked.length; edge++) {
    if (picked[edge] !== 1) continue;
    const stroke = strokeOf[edges.type[edge] as number] as number;
    const at = next[stroke] as number;
    ends[at] = edges.source[edge] as number;
    ends[at + 1] = edges.target[edge] as number;
    next[stroke] = at + 2;
  }
  return { ends, runs };
}
