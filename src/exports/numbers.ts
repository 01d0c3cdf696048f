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

  /** Each number that is there once, in the order in which they are first met. */
  distinct(): number[] {
    const found: number[] = [];
    const isFound: boolean[] = [];
    for (let index = 0; index < this.length; index++) {
      const value = this.#values[index] as number;
      if (isFound[value]) continue;
      isFound[value] = true;
      found.push(value);
    }
    return found;
  }
}
