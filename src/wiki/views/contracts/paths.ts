import { edgePhrase, SETTING_EDGES } from '../../kinds/edge-words.ts';
import type { EdgeType } from '../../kinds/names.ts';

/** A graph in compressed rows, each link listed at both ends; `costs` by link, above 0, infinite where nobody may pass. */
export interface PathGraph {
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly links: Uint32Array;
  readonly costs: Float64Array;
}

/** From one end to the other; `links[i]` joins `rows[i]` and `rows[i + 1]`. */
export interface FoundPath {
  rows: number[];
  links: number[];
  cost: number;
}

/** Each step costs something, so that short paths win where all pages are alike. */
const STEP = 1;
/** A claim's own episode and guest are half as telling as what it is about: ln 2 more, as in `graph/measures/edge-weights.ts`. */
const SETTING = Math.log(2);
/** What passing a page again costs more: as if it had e³, some twenty, times the links. */
const AGAIN = 3;
/** Searches a path that is wanted; more only meet what is known. */
const TRIES = 3;

/** What a step over a link of a type costs. */
export function stepCost(type: string): number {
  return STEP + (SETTING_EDGES.has(type as EdgeType) ? SETTING : 0);
}

/** What a step says, from the page it leaves: `is judged by`, `is cited by`. */
export function stepWords(type: string, isForward: boolean): string {
  return edgePhrase(type as EdgeType, isForward);
}

/**
 * The most telling simple paths between two rows, the best first. A path costs what its steps cost (`stepCost`) and, for
 * every page in between, ln of the page's links: but for the constant of the steps, that is −ln of the chance that a walker
 * takes it, so that hubs are dear and a claim that joins two concepts is cheap (Faloutsos, McCurley & Tomkins 2004,
 * "Fast discovery of connection subgraphs", KDD, weigh paths alike). After each find, its pages and links grow dearer (the
 * penalty method: Akgün, Erkut & Batta 2000, "On finding dissimilar paths", EJOR 121), so that the next one differs; each
 * is listed with its true cost. No path between them: an empty list.
 *
 * Dijkstra's algorithm (1959) with a binary heap that stops at the other end: O((rows + links) · log links) a search, `TRIES`
 * searches a path at most. Ties go to the lower row, so that the same graph answers the same.
 */
export function pathsBetween(graph: PathGraph, from: number, to: number, most: number): FoundPath[] {
  const size = graph.offsets.length - 1;
  if (from === to || from >= size || to >= size) return [];
  const passing = Float64Array.from({ length: size }, (_, row) => Math.log(Math.max(1, degree(graph, row))));
  const steps = graph.costs.slice();
  const found = new Map<string, FoundPath>();
  for (let tries = most * TRIES; tries > 0 && found.size < most; tries--) {
    const path = cheapest(graph, passing, steps, from, to);
    if (!path) break;
    // The same pages over a dearer parallel link are no other path.
    const key = path.rows.join(' ');
    if (!found.has(key)) found.set(key, { ...path, cost: costOf(graph, path) });
    for (const row of path.rows.slice(1, -1)) (passing[row] as number) += AGAIN;
    for (const link of path.links) (steps[link] as number) += AGAIN;
  }
  return [...found.values()].sort(
    (left, right) =>
      left.cost - right.cost || left.rows.length - right.rows.length || compareRows(left.rows, right.rows),
  );
}

function degree({ offsets }: PathGraph, row: number): number {
  return (offsets[row + 1] as number) - (offsets[row] as number);
}

function costOf(graph: PathGraph, { rows, links }: Omit<FoundPath, 'cost'>): number {
  const steps = links.reduce((sum, link) => sum + (graph.costs[link] as number), 0);
  return rows.slice(1, -1).reduce((sum, row) => sum + Math.log(degree(graph, row)), steps);
}

function compareRows(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((row, index) => row !== right[index]);
  return at === -1 ? 0 : (left[at] as number) - (right[at] as number);
}

function cheapest(
  { offsets, neighbours, links }: PathGraph,
  passing: Float64Array,
  steps: Float64Array,
  from: number,
  to: number,
): Omit<FoundPath, 'cost'> | undefined {
  const size = offsets.length - 1;
  const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(size).fill(-1);
  const cameOver = new Int32Array(size).fill(-1);
  const heap = rowHeap();
  costs[from] = 0;
  heap.push(0, from);
  for (let top = heap.pop(); top; top = heap.pop()) {
    const { row, cost } = top;
    if (row === to) break;
    if (cost > (costs[row] as number)) continue;
    const leaving = cost + (row === from ? 0 : (passing[row] as number));
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      const next = neighbours[at] as number;
      const link = links[at] as number;
      const reached = leaving + (steps[link] as number);
      if (reached >= (costs[next] as number)) continue;
      costs[next] = reached;
      cameFrom[next] = row;
      cameOver[next] = link;
      heap.push(reached, next);
    }
  }
  if (costs[to] === Number.POSITIVE_INFINITY) return undefined;
  const path: Omit<FoundPath, 'cost'> = { rows: [to], links: [] };
  for (let row = to; row !== from; row = cameFrom[row] as number) {
    path.links.unshift(cameOver[row] as number);
    path.rows.unshift(cameFrom[row] as number);
  }
  return path;
}

interface HeapEntry {
  cost: number;
  row: number;
}

/** A binary heap (Williams 1964): the cheapest first, equals by row. */
function rowHeap() {
  const entries: HeapEntry[] = [];
  const isBefore = (one: HeapEntry, other: HeapEntry) =>
    one.cost < other.cost || (one.cost === other.cost && one.row < other.row);
  return {
    push(cost: number, row: number) {
      const entry = { cost, row };
      let at = entries.push(entry) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!isBefore(entry, entries[parent] as HeapEntry)) break;
        entries[at] = entries[parent] as HeapEntry;
        at = parent;
      }
      entries[at] = entry;
    },
    pop(): HeapEntry | undefined {
      const top = entries[0];
      const last = entries.pop();
      if (!top || !last || entries.length === 0) return top;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= entries.length) break;
        if (child + 1 < entries.length && isBefore(entries[child + 1] as HeapEntry, entries[child] as HeapEntry))
          child++;
        if (!isBefore(entries[child] as HeapEntry, last)) break;
        entries[at] = entries[child] as HeapEntry;
        at = child;
      }
      entries[at] = last;
      return top;
    },
  };
}
