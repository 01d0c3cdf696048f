import type { CompactGraph } from '../../../src/wiki/graph/compact-graph.ts';
import { visitClose } from '../../../src/wiki/graph/layout/push-apart.ts';

/** What a layout is worth, whatever its units are. */
export interface LayoutJudgement {
  /** Mean length of an edge, as a share of the square root of the map's area. */
  edgeLength: number;
  /** Mean distance of two nodes of one community beside that of any two. */
  togetherness: number;
  /** Share of a node's nearest ten that it is linked with, or that are linked with a neighbour of it, on average. */
  nearLinked: number;
  /** Pairs closer than a tenth of what an even spread would give, for each node. */
  collisions: number;
}

/** Nodes looked at where all would be too many. */
const SAMPLE = 400;
const NEAREST = 10;

export function judgeLayout(
  graph: CompactGraph,
  communities: Uint32Array,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): LayoutJudgement {
  const size = graph.ids.length;
  const rows = [...graph.ids.keys()];
  const at = (row: number) => [x[row] as number, y[row] as number] as const;
  const apart = (one: number, other: number) =>
    Math.hypot((x[one] as number) - (x[other] as number), (y[one] as number) - (y[other] as number));
  const spanOf = (axis: 0 | 1) => {
    const [low, high] = rows.reduce(
      ([least, most], row) => [Math.min(least, at(row)[axis]), Math.max(most, at(row)[axis])],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    );
    return high - low;
  };
  const side = Math.sqrt(spanOf(0) * spanOf(1));
  const step = Math.max(1, Math.floor(size / SAMPLE));
  const sample = rows.filter((row) => row % step === 0);

  let [same, any, sames, anys] = [0, 0, 0, 0];
  let near = 0;
  for (const row of sample) {
    const around = new Set<number>();
    for (const other of neighboursOf(graph, row)) {
      around.add(other);
      for (const beyond of neighboursOf(graph, other)) around.add(beyond);
    }
    const nearest = rows
      .filter((other) => other !== row)
      .map((other) => ({ other, distance: apart(row, other) }))
      .sort((left, right) => left.distance - right.distance);
    near += nearest.slice(0, NEAREST).filter(({ other }) => around.has(other)).length / Math.min(NEAREST, size - 1);
    for (const other of sample) {
      if (other === row) continue;
      any += apart(row, other);
      anys++;
      if (communities[row] !== communities[other]) continue;
      same += apart(row, other);
      sames++;
    }
  }
  let collisions = 0;
  const even = side / Math.sqrt(size);
  visitClose(Float64Array.from(x), Float64Array.from(y), Uint32Array.from(rows), even / 10, () => {
    collisions++;
  });
  const lengths = Array.from(graph.sources, (source, edge) => apart(source, graph.targets[edge] as number));
  return {
    edgeLength: lengths.reduce((sum, length) => sum + length, 0) / lengths.length / side,
    togetherness: same / sames / (any / anys),
    nearLinked: near / sample.length,
    collisions: collisions / size,
  };
}

function neighboursOf(graph: CompactGraph, row: number): Uint32Array {
  return graph.neighbours.subarray(graph.offsets[row], graph.offsets[row + 1]);
}
