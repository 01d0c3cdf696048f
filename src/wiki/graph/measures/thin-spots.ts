import { type CompactGraph, EDGE_TYPES } from '../compact-graph.ts';

/** A row that much leads to and little stands behind. */
export interface ThinSpot {
  row: number;
  /** ln of (1 + pages linked with it) / (1 + claims). */
  score: number;
  /** Pages, other than claims, that link to it. */
  links: number;
  /** Claims that speak about it or that it cites. */
  claims: number;
}

/** So many pages must lead to a thin spot, and at least this many times the claims it has. */
export const MIN_THIN_LINKS = 3;
const MIN_RATIO = 2;
/** Who said it and where is no link to a topic. */
const SETTING = new Set(['host', 'partOf', 'features', 'in', 'by'].map((type) => EDGE_TYPES.indexOf(type as 'in')));

/**
 * Pages with many links and little evidence: where readers are sent and find little said. The log ratio of links to
 * claims, each with one added (the usual estimate where counts may be 0); only rows that `isTopic` admits, with
 * `MIN_THIN_LINKS` pages or more and at least twice as many pages as claims. Thinnest first, then most linked, then by row.
 * O(rows + links).
 */
export function thinSpots(graph: CompactGraph, isTopic: (row: number) => boolean): ThinSpot[] {
  const { offsets, neighbours, links, types, targets, kinds } = graph;
  const found: ThinSpot[] = [];
  for (const row of graph.ids.keys()) {
    if (!isTopic(row)) continue;
    const pages = new Set<number>();
    const claims = new Set<number>();
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      const [neighbour, link] = [neighbours[at] as number, links[at] as number];
      if (kinds[neighbour] === 'claim') claims.add(neighbour);
      else if (targets[link] === row && !SETTING.has(types[link] as number)) pages.add(neighbour);
    }
    if (pages.size < MIN_THIN_LINKS || pages.size < MIN_RATIO * claims.size) continue;
    const score = Math.log((1 + pages.size) / (1 + claims.size));
    found.push({ row, score, links: pages.size, claims: claims.size });
  }
  return found.sort((left, right) => right.score - left.score || right.links - left.links || left.row - right.row);
}
