/**
 * Columns of numbers and texts as bytes. Whole numbers are LEB128 varints (seven bits a byte, lowest first), signed ones zigzag-coded
 * before (0, -1, 1, -2 … as 0, 1, 2, 3 …), both as in Protocol Buffers. Texts are UTF-8: a column of lengths in bytes, then the bytes.
 */

/** Bytes are not what their reader takes; the message is for the person who sees the page. */
export class ByteError extends Error {}

/** Grows as it is written to. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 below 2^53. */
  unsigned(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is no whole number from 0`);
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  column(values: Iterable<number>): void {
    for (const value of values) this.unsigned(value);
  }

  /** Each number as its difference from the one before, the first from 0. */
  deltas(values: Iterable<number>): void {
    let last = 0;
    for (const value of values) {
      this.signed(value - last);
      last = value;
    }
  }

  texts(values: readonly string[]): void {
    const encoder = new TextEncoder();
    const encoded = values.map((text) => encoder.encode(text));
    this.column(encoded.map((bytes) => bytes.length));
    for (const bytes of encoded) for (const byte of bytes) this.byte(byte);
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what a writer wrote; throws a `ByteError` for anything else. What it allocates is bounded by the bytes it was given. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new ByteError('the file ends too early');
    return value;
  }

  /** A whole number from 0 to `max`. */
  unsigned(max = Number.MAX_SAFE_INTEGER): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (value > max) throw new ByteError(`a number is larger than ${max}`);
      if (byte < 0x80) return value;
      scale *= 0x80;
      // Eight bytes hold 2^56.
      if (scale > 2 ** 49) throw new ByteError('a number has no end');
    }
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** How many rows follow: never more than the bytes that are left, for each row takes one. */
  count(): number {
    const count = this.unsigned();
    if (count > this.left) throw new ByteError('the file ends too early');
    return count;
  }

  column<A extends Uint8Array | Uint16Array | Uint32Array>(into: A, max: number): A {
    for (let row = 0; row < into.length; row++) into[row] = this.unsigned(max);
    return into;
  }

  /** Numbers from `min` to `max`. */
  deltas<A extends Int32Array | Uint32Array>(into: A, min: number, max: number): A {
    let last = 0;
    for (let row = 0; row < into.length; row++) {
      last += this.signed();
      if (last < min || last > max) throw new ByteError(`a number is not between ${min} and ${max}`);
      into[row] = last;
    }
    return into;
  }

  texts(count: number): string[] {
    if (count > this.left) throw new ByteError('the file ends too early');
    const lengths = Array.from({ length: count }, () => this.count());
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return lengths.map((length) => {
      if (length > this.left) throw new ByteError('the file ends too early');
      this.#at += length;
      try {
        return decoder.decode(this.#bytes.subarray(this.#at - length, this.#at));
      } catch {
        throw new ByteError('a text is not UTF-8');
      }
    });
  }
}
