/** Pages taken at once: few enough that nobody waits long for the last, many enough that taking them costs nothing. */
export const BATCH = 16;

/** Places in the shared memory. */
const NEXT = 0;
const BY_OTHERS = 1;
const PLACES = 2;

/** A list that several threads work on: each batch of it is taken once, by whoever comes first. */
export class PageBatches {
  readonly memory: SharedArrayBuffer;
  readonly #places: Int32Array;
  readonly #isOther: boolean;

  /** Without memory it begins a list; with the memory of another thread it takes part in that thread's. */
  constructor(memory?: SharedArrayBuffer) {
    this.memory = memory ?? new SharedArrayBuffer(PLACES * Int32Array.BYTES_PER_ELEMENT);
    this.#places = new Int32Array(this.memory);
    this.#isOther = memory !== undefined;
  }

  /** Batches of `list` until nothing is left; every thread must bring the same list. */
  *of<T>(list: readonly T[]): Generator<readonly T[]> {
    for (;;) {
      const start = Atomics.add(this.#places, NEXT, BATCH);
      if (start >= list.length) return;
      if (this.#isOther) Atomics.add(this.#places, BY_OTHERS, 1);
      yield list.slice(start, start + BATCH);
    }
  }

  /** Whether any batch went to a thread that joined. */
  get isShared(): boolean {
    return Atomics.load(this.#places, BY_OTHERS) > 0;
  }
}
