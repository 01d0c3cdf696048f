/** Scores of few rows out of many, kept in arrays that are used again for the next question. A class, so that adding is compiled once. */
export class SparseScores {
  /** Rows with a score, in the order in which they got it. */
  readonly rows: number[] = [];
  readonly scores: Float64Array;

  constructor(size: number) {
    this.scores = new Float64Array(size);
  }

  /** `score` is above 0. */
  add(row: number, score: number): void {
    const before = this.scores[row] as number;
    if (before === 0) this.rows.push(row);
    this.scores[row] = before + score;
  }

  clear(): void {
    for (const row of this.rows) this.scores[row] = 0;
    this.rows.length = 0;
  }
}

export function sparseScores(size: number): SparseScores {
  return new SparseScores(size);
}
