import type { EdgeType } from '../../kinds/names.ts';
import { type CompactGraph, EDGE_TYPES } from '../compact-graph.ts';
import { MAX_MIDDLE } from './short-walk.ts';
import { SPEAKS_ABOUT } from './spoken-topics.ts';

/** What ties two pages, as far as the graph tells. `weight` is what a short walk makes of it. */
export type Reason = { weight: number } & (
  | { sort: 'link'; type: EdgeType; isForward: boolean }
  | { sort: 'claims'; claims: number; guests: number }
  /** Both link to the middles, or (`isForward` false) each of the middles links to both. `spoken` when claims say so. */
  | { sort: 'middles'; type: EdgeType | 'spoken'; isForward: boolean; middles: number[] }
  /** Pages that both touch, each in its own way. */
  | { sort: 'between'; middles: number[] }
);

/**
 * Why two rows are related: links between them, claims that touch both, and other pages in the middle, grouped by how both
 * are tied to them; what ties most comes first, ties by kind of reason and row. `graph` should come from
 * `withSpokenTopics`. O(links of both and of the claims between).
 */
export function reasonsBetween(graph: CompactGraph, one: number, other: number): Reason[] {
  return reasonsFrom(graph, one)(other);
}

/** The same for one row and others, one after the other. */
export function reasonsFrom(graph: CompactGraph, one: number): (other: number) => Reason[] {
  const own = linksOf(graph, one);
  return (other) => reasonsOf(graph, own, other, linksOf(graph, other));
}

function reasonsOf(
  graph: CompactGraph,
  own: ReadonlyMap<number, Tie[]>,
  other: number,
  theirs: ReadonlyMap<number, Tie[]>,
): Reason[] {
  const reasons: Reason[] = [];
  const groups = new Map<string, Extract<Reason, { middles: number[] }>>();
  const claims: number[] = [];
  let claimsWeight = 0;
  for (const [middle, mine] of own) {
    if (middle === other) {
      for (const { type, isForward } of mine) {
        if (type !== SPEAKS_ABOUT) {
          reasons.push({ sort: 'link', type: EDGE_TYPES[type] as EdgeType, isForward, weight: 1 });
        }
      }
      continue;
    }
    const back = theirs.get(middle);
    const degree = (graph.offsets[middle + 1] as number) - (graph.offsets[middle] as number);
    if (!back || degree > MAX_MIDDLE) continue;
    const weight = (mine.length * back.length) / degree;
    if (graph.kinds[middle] === 'claim') {
      claims.push(middle);
      claimsWeight += weight;
      continue;
    }
    const alike = mine.find((link) => back.some((its) => its.type === link.type && its.isForward === link.isForward));
    const key = alike ? `${alike.type} ${alike.isForward}` : '';
    const known = groups.get(key);
    if (known) {
      known.middles.push(middle);
      known.weight += weight;
    } else if (alike) {
      const type = alike.type === SPEAKS_ABOUT ? 'spoken' : (EDGE_TYPES[alike.type] as EdgeType);
      groups.set(key, { sort: 'middles', type, isForward: alike.isForward, middles: [middle], weight });
    } else groups.set(key, { sort: 'between', middles: [middle], weight });
  }
  if (claims.length > 0) {
    const guests = new Set(claims.flatMap((claim) => speakersOf(graph, claim)));
    reasons.push({ sort: 'claims', claims: claims.length, guests: guests.size, weight: claimsWeight });
  }
  const degree = (row: number) => (graph.offsets[row + 1] as number) - (graph.offsets[row] as number);
  for (const group of groups.values())
    group.middles.sort((left, right) => degree(left) - degree(right) || left - right);
  return [...reasons, ...groups.values()].sort((left, right) => right.weight - left.weight);
}

interface Tie {
  type: number;
  isForward: boolean;
}

function linksOf(graph: CompactGraph, row: number): Map<number, Tie[]> {
  const links = new Map<number, Tie[]>();
  for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
    const link = graph.links[at] as number;
    const tie = { type: graph.types[link] as number, isForward: graph.sources[link] === row };
    const neighbour = graph.neighbours[at] as number;
    const known = links.get(neighbour);
    if (known) known.push(tie);
    else links.set(neighbour, [tie]);
  }
  return links;
}

const BY = EDGE_TYPES.indexOf('by');

function speakersOf(graph: CompactGraph, claim: number): number[] {
  const speakers: number[] = [];
  for (let at = graph.offsets[claim] as number; at < (graph.offsets[claim + 1] as number); at++) {
    const link = graph.links[at] as number;
    if (graph.types[link] === BY && graph.sources[link] === claim) speakers.push(graph.targets[link] as number);
  }
  return speakers;
}
