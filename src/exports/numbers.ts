/** A list of whole numbers of 32 bits that grows. */
export class Numbers {
  #values = new Uint32Array(1024);
  length = 0;

  add(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  /** All of them, as long as none is added. */
  all(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }

  /** Each number that is there once, in order; all are below `limit`. */
  distinct(limit: number): number[] {
    const isThere = new Uint8Array(limit);
    for (const value of this.all()) isThere[value] = 1;
    const found: number[] = [];
    for (let value = 0; value < limit; value++) if (isThere[value] === 1) found.push(value);
    return found;
  }
}
