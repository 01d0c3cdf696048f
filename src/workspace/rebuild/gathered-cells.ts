import type { Cell, CellList } from '../../wiki/views/reads.ts';

/** Cells of several lists under one numbering: those that pages were made from, and no others. */
export class GatheredCells {
  readonly cells: Cell[] = [];
  readonly #spaces = new Map<string, Map<string, number>>();

  /** Answers a function that turns lists of one numbering into lists of this one. */
  from(cells: readonly Cell[]): (list: CellList) => CellList {
    /** Number here plus one. */
    const numbers = new Uint32Array(cells.length);
    const numberOf = (number: number): number => {
      if (numbers[number] === 0) numbers[number] = this.#number(cells[number] as Cell, listOf) + 1;
      return (numbers[number] as number) - 1;
    };
    const listOf = (list: CellList) => list.map(numberOf);
    return listOf;
  }

  #number({ space, key, from }: Cell, listOf: (list: CellList) => CellList): number {
    let numbers = this.#spaces.get(space);
    if (!numbers) {
      numbers = new Map();
      this.#spaces.set(space, numbers);
    }
    let number = numbers.get(key);
    if (number === undefined) {
      const cell: Cell = { space, key };
      number = this.cells.push(cell) - 1;
      numbers.set(key, number);
      if (from) cell.from = listOf(from);
    }
    return number;
  }
}
