import type { CompactGraph } from '../compact-graph.ts';
import type { Communities } from '../measures/communities.ts';

/** Layout units between two nodes that stand side by side. */
export const LAYOUT_SPACING = 100;

/** Whole numbers of layout units a row, y up. */
export interface Positions {
  readonly x: Int32Array;
  readonly y: Int32Array;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Nodes along a sunflower spiral, by community. */
export function layoutMap(graph: CompactGraph, _weights: Float64Array, { fine }: Communities): Positions {
  const order = Uint32Array.from(graph.ids.keys()).sort(
    (left, right) => (fine[left] as number) - (fine[right] as number) || left - right,
  );
  const x = new Int32Array(order.length);
  const y = new Int32Array(order.length);
  for (const [index, row] of order.entries()) {
    const radius = LAYOUT_SPACING * Math.sqrt(index + 0.5) * 0.6;
    x[row] = Math.round(radius * Math.cos(index * GOLDEN_ANGLE));
    y[row] = Math.round(radius * Math.sin(index * GOLDEN_ANGLE));
  }
  return { x, y };
}
