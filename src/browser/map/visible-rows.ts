import type { MapState } from './map-state.ts';
import { around, coarseOf, type MapWorld } from './map-world.ts';
import { withinReach } from './within-reach.ts';

export interface Visible {
  /** 1 where a row is shown. */
  rows: Uint8Array;
  /** Shown rows, the most important first; ties by row. */
  order: Uint32Array<ArrayBuffer>;
  pages: number;
  deferred: number;
  /** Whether something is shown that filters would hide, because it is selected. */
  isForced: boolean;
}

/**
 * What a state shows. `withDeferred` lets claims appear that are here; a focus always lets them. What is selected, and the ends of a
 * path, are shown whatever the filters say, so that nobody loses them. O(rows + edges around a focus or guest), by a counting sort.
 */
export function visibleRows(world: MapWorld, state: MapState, withDeferred: boolean): Visible {
  const hidden = new Set(state.hide);
  const kindShown = world.paint.kinds.map(({ name }) => !hidden.has(name));
  const community = state.community === undefined ? -1 : world.communities.indexOf(state.community);
  const edgeShown = shownTypes(world, state);
  const focus = rowOf(world, state.focus);
  const reach = focus === undefined ? undefined : withinReach(world.edges, focus, state.depth, edgeShown, world.known);
  const guest = rowOf(world, state.guest);
  const beside =
    guest === undefined ? undefined : new Set([guest, ...[...around(world.edges, guest)].map(([other]) => other)]);
  const kept = new Set([state.select, state.to, state.focus].flatMap((id) => rowOf(world, id) ?? []));
  const last = withDeferred || focus !== undefined ? world.rows : world.pages;

  const isShown = (row: number) =>
    world.known[row] === 1 &&
    row < last &&
    kindShown[world.kind[row] as number] === true &&
    (world.evidence[row] as number) >= (row < world.pages ? state.least : 0) &&
    inYears(world.year[row] as number, state) &&
    (community === -1 || coarseOf(world, row) === community) &&
    (!reach || reach.has(row)) &&
    (!beside || beside.has(row));

  const rows = new Uint8Array(world.rows);
  const next = new Uint32Array(RANKS + 1);
  let [pages, total] = [0, 0];
  let isForced = false;
  for (let row = 0; row < world.rows; row++) {
    if (!isShown(row)) {
      if (!kept.has(row) || world.known[row] !== 1) continue;
      isForced = true;
    }
    rows[row] = 1;
    total++;
    if (row < world.pages) pages++;
    (next[rank(world, row) + 1] as number)++;
  }
  for (let one = 0; one < RANKS; one++) (next[one + 1] as number) += next[one] as number;
  const order = new Uint32Array(total);
  for (let row = 0; row < world.rows; row++) if (rows[row] === 1) order[(next[rank(world, row)] as number)++] = row;
  return { rows, order, pages, deferred: total - pages, isForced };
}

/** Importance is a byte, and pages come before claims. */
const RANKS = 512;

/** 0 for the most important page. */
function rank(world: MapWorld, row: number): number {
  return (row < world.pages ? 255 : RANKS - 1) - (world.importance[row] as number);
}

/** By edge type, whether a state shows it. */
export function shownTypes(world: MapWorld, { without }: MapState): boolean[] {
  return world.paint.edgeTypes.map(({ name }) => !without.includes(name));
}

export function rowOf(world: MapWorld, id: string | undefined): number | undefined {
  return id === undefined ? undefined : world.rowOf.get(id);
}

/** What is undated belongs to no year. */
function inYears(year: number, { from, until }: MapState): boolean {
  if (from === undefined && until === undefined) return true;
  return year !== 0 && year >= (from ?? 0) && year <= (until ?? Number.POSITIVE_INFINITY);
}
