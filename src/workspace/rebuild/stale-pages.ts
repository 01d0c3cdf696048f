import type { NodeId } from '../../wiki/corpus/node.ts';
import type { Cell } from '../../wiki/views/reads.ts';
import { type CellDigests, followsShape } from './cell-digests.ts';
import type { KeptPage, KeptPages } from './kept-pages.ts';

/** What was kept of cells. */
export type KeptCells = Pick<KeptPages, 'cells' | 'digests' | 'shape'>;

/**
 * Which pages must be made again: answers, for a page as it was kept, whether any cell it was made from holds something else now. A value
 * made once holds something else when a cell it was made from does; what is close to a page (`rank`), when `hasMoved` says so. O(cells + readings).
 */
export function stalePages(
  kept: KeptCells,
  now: CellDigests,
  hasMoved: (id: string) => boolean,
): (page: Pick<KeptPage, 'reads'>) => boolean {
  const { cells } = kept;
  const digestOf = presentDigests(kept, now);
  const [unknown, same, stale] = [0, 1, 2];
  const states = new Uint8Array(cells.length);
  const hasChanged = (number: number) => {
    const { from, space, key } = cells[number] as Cell;
    if (from) return from.some(isStale);
    return space === 'rank' ? hasMoved(key) : digestOf(number) !== kept.digests[number];
  };
  const isStale = (number: number): boolean => {
    if (states[number] === unknown) states[number] = hasChanged(number) ? stale : same;
    return states[number] === stale;
  };
  return ({ reads }) => reads.some(isStale);
}

/** What cells that were kept hold now, by number; empty for values made once. */
export function presentDigests({ cells, digests, shape }: KeptCells, now: CellDigests): (number: number) => string {
  const isSameShape = shape === now.shape;
  return (number) => {
    const cell = cells[number] as Cell;
    if (cell.from) return '';
    return isSameShape && followsShape(cell) ? (digests[number] as string) : now.of(cell);
  };
}

/** Pages of the archive that are new, or hold something else than when `kept` was. */
export function changedNodes({ cells, digests }: KeptCells, ids: Iterable<NodeId>, now: CellDigests): Set<NodeId> {
  const before = new Map<string, string | undefined>();
  for (const [index, { space, key }] of cells.entries()) if (space === 'node') before.set(key, digests[index]);
  return new Set([...ids].filter((key) => before.get(key) !== now.of({ space: 'node', key })));
}
