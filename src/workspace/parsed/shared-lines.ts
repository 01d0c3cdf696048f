import type { SourceFile } from '../../wiki/corpus/source-file.ts';
import type { PackedLine } from './packed-line.ts';

/** Places in the shared memory: the next file to take, and where the lines end so far. */
const NEXT = 0;
const END = 1;
/** Behind them two for each file: where its line begins, 0 as long as there is none, and how long it is. */
const HEAD = 2;
const EACH = 2;

/** Bytes that the lines of most content take, for each of its characters; memory that nobody writes to costs nothing. */
const ROOM = 4;

/** Bytes at most: places are numbers of 32 bits. */
const MOST = 2 ** 30;

/**
 * Lines that threads read for each other out of the same files: each file is taken by whoever comes first, who leaves its line in memory that all of them
 * see. Nobody waits for anybody: a line that is not there yet, or never comes, because the file has faults, its thread has ended or there is no room, is
 * read by whoever needs it.
 */
export class SharedLines {
  readonly memory: SharedArrayBuffer;
  readonly #places: Int32Array;
  readonly #bytes: Buffer;

  /** Without memory it begins for files; with the memory of another thread it takes part in that one's. */
  constructor(files: readonly SourceFile[], memory?: SharedArrayBuffer) {
    const start = (HEAD + EACH * files.length) * Int32Array.BYTES_PER_ELEMENT;
    const room = () => files.reduce((sum, { text }) => sum + text.length * ROOM, start);
    this.memory = memory ?? new SharedArrayBuffer(Math.min(room(), MOST));
    this.#places = new Int32Array(this.memory, 0, HEAD + EACH * files.length);
    this.#bytes = Buffer.from(this.memory);
    Atomics.compareExchange(this.#places, END, 0, start);
  }

  /** Files that this thread is to read, by their index below `count`, until none is left. */
  *taken(count: number): Generator<number> {
    for (;;) {
      const index = Atomics.add(this.#places, NEXT, 1);
      if (index >= count) return;
      yield index;
    }
  }

  /** Leaves the line of a file that this thread has taken. */
  put(index: number, line: PackedLine): void {
    const start = Atomics.add(this.#places, END, line.length);
    if (start < 0 || start + line.length > this.#bytes.length) {
      Atomics.sub(this.#places, END, line.length);
      return;
    }
    this.#bytes.set(line, start);
    this.#places[HEAD + EACH * index + 1] = line.length;
    // Last: who sees where it begins sees all of it.
    Atomics.store(this.#places, HEAD + EACH * index, start);
  }

  /** The line another thread has left, if it has. */
  get(index: number): PackedLine | undefined {
    const start = Atomics.load(this.#places, HEAD + EACH * index);
    if (start === 0) return undefined;
    return this.#bytes.subarray(start, start + (this.#places[HEAD + EACH * index + 1] as number));
  }
}
