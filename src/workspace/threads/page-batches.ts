/** Pages taken at once: few enough that nobody waits long for the last, many enough that taking them costs nothing. */
export const BATCH = 16;

/** Places in the shared memory: batches taken in all, from the front, and from the back. */
const TAKEN = 0;
const FROM_FRONT = 1;
const FROM_BACK = 2;
const PLACES = 3;

/**
 * A list that several threads work on: each batch of it is taken once. Who begins the list takes from its front, who joins from its back: so
 * two threads meet once, and till then neither makes files in a folder that the other is in, for which they would wait for each other.
 */
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
    const count = Math.ceil(list.length / BATCH);
    // No more are taken than there are, so that front and back never pass each other.
    while (Atomics.add(this.#places, TAKEN, 1) < count) {
      const taken = Atomics.add(this.#places, this.#isOther ? FROM_BACK : FROM_FRONT, 1);
      const start = (this.#isOther ? count - 1 - taken : taken) * BATCH;
      yield list.slice(start, start + BATCH);
    }
  }

  /** Whether any batch went to a thread that joined. */
  get isShared(): boolean {
    return Atomics.load(this.#places, FROM_BACK) > 0;
  }
}
