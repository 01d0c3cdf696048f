import type { NodeId } from '../../wiki/corpus/node.ts';
import type { Cell } from '../../wiki/views/reads.ts';
import type { KeptPage, KeptPages } from './kept-pages.ts';

/**
 * Which pages must be made again: answers, for a page as it was kept, whether any cell it was made from holds something else now. A value
 * made once holds something else when a cell it was made from does; what is close to a page (`rank`), when `hasMoved` says so. O(cells + readings).
 */
export function stalePages(
  { cells, digests }: Pick<KeptPages, 'cells' | 'digests'>,
  digestOf: (cell: Cell) => string,
  hasMoved: (id: string) => boolean,
): (page: KeptPage) => boolean {
  const [unknown, same, stale] = [0, 1, 2];
  const states = new Uint8Array(cells.length);
  const isStale = (number: number): boolean => {
    if (states[number] === unknown) {
      const cell = cells[number] as Cell;
      states[number] = hasChanged(cell, digests[number]) ? stale : same;
    }
    return states[number] === stale;
  };
  const hasChanged = (cell: Cell, digest = '') => {
    if (cell.from) return cell.from.some(isStale);
    return cell.space === 'rank' ? hasMoved(cell.key) : digestOf(cell) !== digest;
  };
  return ({ reads }) => reads.some(isStale);
}

/** Pages of the archive that are new, or hold something else than when `kept` was. */
export function changedNodes(
  { cells, digests }: Pick<KeptPages, 'cells' | 'digests'>,
  ids: Iterable<NodeId>,
  digestOf: (cell: Cell) => string,
): Set<NodeId> {
  const before = new Map(cells.flatMap(({ space, key }, index) => (space === 'node' ? [[key, digests[index]]] : [])));
  return new Set([...ids].filter((key) => before.get(key) !== digestOf({ space: 'node', key })));
}
