/**
 * Scores of few rows out of many, kept in arrays that are used again for the next question. A class, so that adding is compiled once for all
 * of them, and columns, because lists that are emptied must grow again.
 */
export class SparseScores {
  readonly scores: Float64Array;
  /** The first `count` are the rows with a score, in the order in which they got it. */
  readonly rows: Uint32Array;
  count = 0;

  constructor(size: number) {
    this.scores = new Float64Array(size);
    this.rows = new Uint32Array(size);
  }

  /** `score` is above 0. */
  add(row: number, score: number): void {
    const before = this.scores[row] as number;
    if (before === 0) this.rows[this.count++] = row;
    this.scores[row] = before + score;
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) this.scores[this.rows[at] as number] = 0;
    this.count = 0;
  }

  /** Rows with a score as a list of its own. */
  list(): number[] {
    return [...this.rows.subarray(0, this.count)];
  }
}
