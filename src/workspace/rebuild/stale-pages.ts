import type { Cell } from '../../wiki/views/reads.ts';
import type { KeptPage, KeptPages } from './kept-pages.ts';

/**
 * Which pages must be made again: answers, for a page as it was kept, whether any cell it was made from holds something else now. A value
 * made once holds something else when a cell it was made from does. O(cells + readings).
 */
export function stalePages(
  { cells, digests }: KeptPages,
  digestOf: (cell: Cell) => string,
): (page: KeptPage) => boolean {
  const [unknown, same, stale] = [0, 1, 2];
  const states = new Uint8Array(cells.length);
  const isStale = (number: number): boolean => {
    if (states[number] === unknown) {
      const cell = cells[number] as Cell;
      const has = cell.from ? cell.from.some(isStale) : digestOf(cell) !== digests[number];
      states[number] = has ? stale : same;
    }
    return states[number] === stale;
  };
  return ({ reads }) => reads.some(isStale);
}
