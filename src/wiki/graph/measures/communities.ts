import { KIND_NAMES } from '../../kinds/index.ts';
import type { CompactGraph } from '../compact-graph.ts';
import { centrality } from './centrality.ts';
import { leiden, type WeightedRows } from './leiden.ts';
import { orderById } from './order-by-id.ts';

/**
 * Two levels of communities. `coarse[i]` and `fine[i]` are the communities of row `i`; every fine community lies in one
 * coarse community. Both are numbered from 0 by size, the largest first, ties by their first row; rows without an edge
 * are the last of both, together.
 */
export interface Communities {
  readonly coarse: Uint32Array;
  readonly fine: Uint32Array;
  /** Row of the node that a community is named after: its most central concept (`nameRows`), or page where there is none. */
  readonly coarseNames: Uint32Array;
  readonly fineNames: Uint32Array;
  /** Coarse community of each fine one. */
  readonly coarseOfFine: Uint32Array;
}

/**
 * Communities of the whole graph, and of each of them taken alone: Leiden on modularity at its usual resolution of 1,
 * twice. The second run leaves out edges between coarse communities and measures each against its own mass, which gets
 * around the resolution limit (Fortunato & Barthélemy 2007). `scores` name the communities; PageRank unless given.
 * `given` are coarse communities that are known already, numbered in any way.
 * O(edges) a round, few rounds.
 */
export function communitiesOf(
  graph: CompactGraph,
  weights: Float64Array,
  seed = 1,
  scores: Float64Array = centrality(graph, weights),
  given: Uint32Array = coarseCommunities(graph, weights, seed),
): Communities {
  const coarse = bySize(graph, given);
  const fine = bySize(graph, leiden(weightedRows(graph, weights, coarse.labels), orderById(graph.ids, seed)));
  const coarseOfFine = new Uint32Array(fine.count);
  for (const [row, label] of fine.labels.entries()) coarseOfFine[label] = coarse.labels[row] as number;
  return {
    coarse: coarse.labels,
    fine: fine.labels,
    coarseNames: nameRows(graph, coarse, scores),
    fineNames: nameRows(graph, fine, scores),
    coarseOfFine,
  };
}

/** The first of both runs alone: a label a row, numbered in any way. */
export function coarseCommunities(graph: CompactGraph, weights: Float64Array, seed = 1): Uint32Array {
  return leiden(weightedRows(graph, weights), orderById(graph.ids, seed));
}

interface Labelling {
  labels: Uint32Array;
  count: number;
}

/** The graph without its directions and types; with `within`, only edges inside one of those groups. */
function weightedRows(graph: CompactGraph, weights: Float64Array, within?: Uint32Array): WeightedRows {
  const size = graph.ids.length;
  const offsets = new Uint32Array(size + 1);
  const neighbours = new Uint32Array(graph.neighbours.length);
  const slots = new Float64Array(graph.neighbours.length);
  const masses = new Float64Array(size);
  const totals = new Float64Array(size + 1);
  let end = 0;
  for (let row = 0; row < size; row++) {
    for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
      const other = graph.neighbours[at] as number;
      if (within && within[row] !== within[other]) continue;
      neighbours[end] = other;
      slots[end] = weights[graph.links[at] as number] as number;
      (masses[row] as number) += slots[end++] as number;
    }
    offsets[row + 1] = end;
    (totals[within?.[row] ?? 0] as number) += masses[row] as number;
  }
  const prices = Float64Array.from({ length: size }, (_, row) => 1 / ((totals[within?.[row] ?? 0] as number) || 1));
  return { offsets, neighbours: neighbours.slice(0, end), weights: slots.slice(0, end), masses, prices };
}

function bySize(graph: CompactGraph, labels: Uint32Array): Labelling {
  const linked = (row: number) => graph.offsets[row] !== graph.offsets[row + 1];
  const ALONE = -1;
  const members = new Map<number, { first: number; count: number }>();
  const labelOf = (row: number) => (linked(row) ? (labels[row] as number) : ALONE);
  for (let row = 0; row < labels.length; row++) {
    const known = members.get(labelOf(row));
    if (known) known.count++;
    else members.set(labelOf(row), { first: row, count: 1 });
  }
  const order = [...members].sort(
    ([left, one], [right, other]) =>
      Number(left === ALONE) - Number(right === ALONE) || other.count - one.count || one.first - other.first,
  );
  const numbers = new Map(order.map(([label], number) => [label, number]));
  return {
    labels: Uint32Array.from(labels, (_, row) => numbers.get(labelOf(row)) as number),
    count: order.length,
  };
}

/**
 * Concepts before other pages, pages that have an address of their own before claims; then those central both in the whole graph and
 * here: by `scores` times one more than the pages of the community that it is linked with (the within-module degree of Guimerà & Amaral
 * 2005), so that neither what is at home elsewhere nor what one conversation dwells on gives its name; then the first. O(links).
 */
function nameRows(graph: CompactGraph, { labels, count }: Labelling, scores: Float64Array): Uint32Array {
  const rank = (row: number) => {
    const kind = graph.kinds[row] as (typeof KIND_NAMES)[number];
    return kind === 'concept' ? 0 : kind === 'claim' ? KIND_NAMES.length : 1;
  };
  const names = new Uint32Array(count);
  const best = new Float64Array(count).fill(-1);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] as number;
    const around = new Set<number>();
    for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
      const other = graph.neighbours[at] as number;
      if (labels[other] === label && graph.kinds[other] !== 'claim') around.add(other);
    }
    const score = (scores[row] as number) * (1 + around.size);
    const isFirst = best[label] === -1;
    const isBetter = rank(row) - rank(names[label] as number) || (best[label] as number) - score;
    if (!isFirst && isBetter >= 0) continue;
    names[label] = row;
    best[label] = score;
  }
  return names;
}
