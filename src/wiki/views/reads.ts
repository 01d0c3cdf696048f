/**
 * What pages are made from, noted while they are made, so that the next build knows which pages an edit changes ("verifying traces":
 * Mokhov, Mitchell & Peyton Jones 2018, "Build systems à la carte").
 *
 * A cell is something that can be asked of the archive: a page with all that is written on it (`node`), what links to it (`in`), every page
 * of a kind (`kind`), of all kinds (`all`), where a name leads (`name`), which pages are closest to one (`rank`), a value computed of the whole
 * archive (`table`, see `tables.ts`). A cell may also be a value that was made once for many pages (`once`, see `once.ts`): then it has cells of its own.
 */
export interface Cell {
  space: string;
  key: string;
  /** Of a value made once: the cells it was made from. */
  from?: Uint32Array;
}

/** Numbers of cells, by their space and key. */
export class CellNumbers {
  readonly #spaces = new Map<string, Map<string, number>>();

  /** Those of one space, by key; whoever adds a cell adds its number. */
  of(space: string): Map<string, number> {
    let numbers = this.#spaces.get(space);
    if (!numbers) {
      numbers = new Map();
      this.#spaces.set(space, numbers);
    }
    return numbers;
  }
}

/** Numbers of cells, in no order, some perhaps twice. */
export type CellList = Uint32Array;

export class Reads {
  /** By number. */
  readonly cells: Cell[] = [];
  readonly #numbers = new CellNumbers();
  /** What is being noted; absent where nobody asks. */
  #list: number[] | undefined;
  /** Which list last noted a cell, so that each notes it once. */
  readonly #stamps: number[] = [];
  #stamp = 0;
  #lists = 0;

  /** Answers a function that notes cells of one space. */
  space(space: string): (key: string) => void {
    const numbers = this.#numbers.of(space);
    // Views mostly ask several things of one page in a row.
    let last: string | undefined;
    let noted = 0;
    return (key) => {
      if (!this.#list || (key === last && this.#stamp === noted)) return;
      last = key;
      noted = this.#stamp;
      this.note(numbers.get(key) ?? this.#add(numbers, { space, key }));
    };
  }

  note(cell: number): void {
    if (!this.#list || this.#stamps[cell] === this.#stamp) return;
    this.#stamps[cell] = this.#stamp;
    this.#list.push(cell);
  }

  /** Begins to note for one page; pages follow one another. */
  begin(): void {
    this.#open([]);
  }

  /** What has been noted since. */
  end(): CellList {
    const list = Uint32Array.from(this.#list ?? []);
    this.#list = undefined;
    return list;
  }

  /** Makes a value that is made once: its cell is noted by whoever uses it, what it is made from only here. */
  once<V>(space: string, key: string, make: () => V): { value: V; cell: number } {
    const numbers = this.#numbers.of(space);
    const cell = numbers.get(key) ?? this.#add(numbers, { space, key });
    const [list, stamp] = [this.#list, this.#stamp];
    const own: number[] = [];
    this.#open(own);
    try {
      return { value: make(), cell };
    } finally {
      (this.cells[cell] as Cell).from = Uint32Array.from(own);
      this.#list = list;
      this.#stamp = stamp;
    }
  }

  /** Does something of which nothing is noted: whoever asks for it says by other cells what it depends on. */
  aside<V>(make: () => V): V {
    const list = this.#list;
    this.#list = undefined;
    try {
      return make();
    } finally {
      this.#list = list;
    }
  }

  #open(list: number[]): void {
    this.#list = list;
    this.#stamp = ++this.#lists;
  }

  #add(numbers: Map<string, number>, cell: Cell): number {
    numbers.set(cell.key, this.cells.length);
    this.#stamps.push(0);
    return this.cells.push(cell) - 1;
  }
}
