/** Scores of few rows out of many, kept in arrays that are used again for the next question. */
export interface SparseScores {
  /** Rows with a score, in the order in which they got it. */
  readonly rows: number[];
  readonly scores: Float64Array;
  add(row: number, score: number): void;
  clear(): void;
}

export function sparseScores(size: number): SparseScores {
  const scores = new Float64Array(size);
  const rows: number[] = [];
  return {
    rows,
    scores,
    add(row, score) {
      if (scores[row] === 0) rows.push(row);
      (scores[row] as number) += score;
    },
    clear() {
      for (const row of rows) scores[row] = 0;
      rows.length = 0;
    },
  };
}
