const TEXT = new TextEncoder();

/** Major types (RFC 8949, 3.1). */
const UNSIGNED = 0;
const NEGATIVE = 1;
const STRING = 3;
const ARRAY = 4;

/**
 * CBOR (RFC 8949) as far as Pagefind’s tables need it: whole numbers of 32 bits, text, arrays of known length; each in its
 * shortest form. Lists of a million numbers are written as they come, without being there as values first.
 */
export class CborWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;

  /** What was written since the last time; the writer is empty again. */
  take(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  array(length: number): void {
    this.#head(ARRAY, length);
  }

  /** A whole number from -2³² to 2³² - 1. */
  number(value: number): void {
    if (value < 0) this.#head(NEGATIVE, -1 - value);
    else this.#head(UNSIGNED, value);
  }

  text(value: string): void {
    const isAscii = /^[ -~]*$/.test(value);
    const encoded = isAscii ? undefined : TEXT.encode(value);
    const length = encoded?.length ?? value.length;
    this.#head(STRING, length);
    this.#room(length);
    if (encoded) this.#bytes.set(encoded, this.#length);
    else for (let at = 0; at < length; at++) this.#bytes[this.#length + at] = value.charCodeAt(at);
    this.#length += length;
  }

  #head(type: number, value: number): void {
    this.#room(5);
    const bytes = this.#bytes;
    if (value < 24) {
      bytes[this.#length++] = (type << 5) | value;
    } else if (value < 0x100) {
      bytes[this.#length++] = (type << 5) | 24;
      bytes[this.#length++] = value;
    } else if (value < 0x10000) {
      bytes[this.#length++] = (type << 5) | 25;
      bytes[this.#length++] = value >>> 8;
      bytes[this.#length++] = value & 0xff;
    } else {
      bytes[this.#length++] = (type << 5) | 26;
      bytes[this.#length++] = value >>> 24;
      bytes[this.#length++] = (value >>> 16) & 0xff;
      bytes[this.#length++] = (value >>> 8) & 0xff;
      bytes[this.#length++] = value & 0xff;
    }
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
