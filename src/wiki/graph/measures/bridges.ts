import type { CompactGraph } from '../compact-graph.ts';

/** A row that ties communities together. */
export interface Bridge {
  row: number;
  score: number;
  /** How evenly its links go to several communities: 0 for one, near 1 for many. */
  participation: number;
  /** The communities it is linked with, by weight, its own included where it has links there. */
  communities: number[];
}

/** A page with fewer links than this is no bridge but an accident. */
export const MIN_BRIDGE_LINKS = 4;

/**
 * What connects communities. The participation coefficient of Guimerà & Amaral (2005, "Functional cartography of complex
 * metabolic networks", Nature 433), 1 − Σ over communities of (weight there / weight)², times the weight of links that
 * leave the row's own community, so that a page with much to tie comes before one with little. Best first, ties by row; rows
 * without links outside are left out. `weights` should be those of `edge-weights.ts`. O(rows + links).
 */
export function bridges(graph: CompactGraph, weights: Float64Array, communities: Uint32Array): Bridge[] {
  const { offsets, neighbours, links } = graph;
  const found: Bridge[] = [];
  for (const row of graph.ids.keys()) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
    if (end - start < MIN_BRIDGE_LINKS) continue;
    const towards = new Map<number, number>();
    let total = 0;
    for (let at = start; at < end; at++) {
      const community = communities[neighbours[at] as number] as number;
      const weight = weights[links[at] as number] as number;
      towards.set(community, (towards.get(community) ?? 0) + weight);
      total += weight;
    }
    const outside = total - (towards.get(communities[row] as number) ?? 0);
    const participation = 1 - [...towards.values()].reduce((sum, weight) => sum + (weight / total) ** 2, 0);
    if (towards.size < 2 || outside <= 0) continue;
    const order = [...towards].sort(([left, one], [right, other]) => other - one || left - right);
    found.push({
      row,
      score: participation * outside,
      participation,
      communities: order.map(([community]) => community),
    });
  }
  return found.sort((left, right) => right.score - left.score || left.row - right.row);
}
