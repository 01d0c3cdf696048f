import { type Cell, type CellList, CellNumbers } from '../../wiki/views/reads.ts';

/**
 * Cells of several lists under one numbering. It may begin as that of an earlier list: then lists of that stand as they are, and of a value made
 * once it is known what it was made from last.
 */
export class GatheredCells {
  readonly cells: Cell[];
  readonly #numbers = new CellNumbers();

  constructor(cells: readonly Cell[] = []) {
    this.cells = [...cells];
    for (const [number, { space, key }] of cells.entries()) this.#numbers.of(space).set(key, number);
  }

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
    const numbers = this.#numbers.of(space);
    let number = numbers.get(key);
    if (number === undefined) {
      number = this.cells.push({ space, key }) - 1;
      numbers.set(key, number);
    }
    if (from) this.cells[number] = { space, key, from: listOf(from) };
    return number;
  }
}
