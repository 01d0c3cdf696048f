/**
 * Calls `visit` for every two points of `rows` that are closer than `reach`, once, with what lies between them. Points are sorted into
 * square cells first: O(points + pairs found) for points spread evenly.
 */
export function visitClose(
  x: Float64Array,
  y: Float64Array,
  rows: Uint32Array,
  reach: number,
  visit: (one: number, other: number, dx: number, dy: number, squared: number) => void,
): void {
  if (rows.length < 2) return;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    left = Math.min(left, x[row] as number);
    right = Math.max(right, x[row] as number);
    top = Math.min(top, y[row] as number);
    bottom = Math.max(bottom, y[row] as number);
  }
  // Few points far apart would make a grid of empty cells.
  const cell = Math.max(
    reach,
    Math.sqrt(((right - left) * (bottom - top)) / (4 * rows.length)),
    (right - left) / 4096,
    (bottom - top) / 4096,
  );
  const columns = Math.floor((right - left) / cell) + 1;
  const lines = Math.floor((bottom - top) / cell) + 1;
  const starts = new Uint32Array(columns * lines + 1);
  const cellOf = (row: number) =>
    Math.floor(((y[row] as number) - top) / cell) * columns + Math.floor(((x[row] as number) - left) / cell);
  for (const row of rows) (starts[cellOf(row) + 1] as number)++;
  for (let at = 1; at < starts.length; at++) (starts[at] as number) += starts[at - 1] as number;
  const next = starts.slice();
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[(next[cellOf(row)] as number)++] = row;
  const limit = reach * reach;
  const compare = (one: number, from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const other = sorted[at] as number;
      const dx = (x[other] as number) - (x[one] as number);
      const dy = (y[other] as number) - (y[one] as number);
      const squared = dx * dx + dy * dy;
      if (squared < limit) visit(one, other, dx, dy, squared);
    }
  };
  for (let line = 0; line < lines; line++) {
    for (let column = 0; column < columns; column++) {
      const here = line * columns + column;
      const end = starts[here + 1] as number;
      // The cell itself and its right neighbour are one run; so are the three cells below.
      const beside = starts[Math.min(column + 2, columns) + line * columns] as number;
      const below = line + 1 < lines;
      const from = below ? (starts[here + columns - (column > 0 ? 1 : 0)] as number) : 0;
      const to = below ? (starts[Math.min(column + 2, columns) + (line + 1) * columns] as number) : 0;
      for (let at = starts[here] as number; at < end; at++) {
        const one = sorted[at] as number;
        compare(one, at + 1, beside);
        compare(one, from, to);
      }
    }
  }
}

/** Rounds after which what is left stays: dense spots lose most of it in the first few. */
const ROUNDS = 60;

/**
 * Moves points of `rows` until no two are closer than `distance`, or nearly: each pair that is gives way by what is missing, shared by
 * `yielding` (0 stays, 1 moves; both 0 is half and half). Points in one place part along a direction that their rows give.
 */
export function pushApart(
  x: Float64Array,
  y: Float64Array,
  rows: Uint32Array,
  distance: number,
  yielding?: Float64Array,
): void {
  for (let round = 0; round < ROUNDS; round++) {
    let isQuiet = true;
    visitClose(x, y, rows, distance, (one, other, dx, dy, squared) => {
      // Points moved in this round may have parted meanwhile: the grid is that of its start.
      const length = Math.sqrt(squared);
      const missing = distance - length;
      if (missing < distance * 1e-3) return;
      isQuiet = false;
      const angle = one * 2.399963229728653 + other;
      const [ux, uy] = length > 1e-9 ? [dx / length, dy / length] : [Math.cos(angle), Math.sin(angle)];
      const [a, b] = [yielding?.[one] ?? 1, yielding?.[other] ?? 1];
      const share = a + b === 0 ? 0.5 : a / (a + b);
      // A little less than all of it: neighbours push back.
      const step = missing * 0.9;
      (x[one] as number) -= ux * step * share;
      (y[one] as number) -= uy * step * share;
      (x[other] as number) += ux * step * (1 - share);
      (y[other] as number) += uy * step * (1 - share);
    });
    if (isQuiet) return;
  }
}
