/** Rows by cell of a square grid over the map, to find what stands under a pointer. */
export interface SpotGrid {
  side: number;
  /** Rows of cell `c` are `rows[offsets[c]]` up to `rows[offsets[c + 1]]`. */
  offsets: Uint32Array;
  rows: Uint32Array;
}

/** About so many rows a cell. */
const ROWS_A_CELL = 2;
const MAX_SIDE = 512;

/** Sorts shown rows into cells. `places` are as in `MapWorld`. O(rows). */
export function spotGrid(places: Float32Array, shown: Uint32Array): SpotGrid {
  const side = Math.max(1, Math.min(MAX_SIDE, Math.ceil(Math.sqrt(shown.length / ROWS_A_CELL))));
  const offsets = new Uint32Array(side * side + 1);
  const cells = shown.map((row) => cellOf(side, places[2 * row] as number, places[2 * row + 1] as number));
  for (const cell of cells) (offsets[cell + 1] as number)++;
  for (let cell = 0; cell < side * side; cell++) (offsets[cell + 1] as number) += offsets[cell] as number;
  const next = offsets.slice();
  const rows = new Uint32Array(shown.length);
  for (const [index, cell] of cells.entries()) rows[(next[cell] as number)++] = shown[index] as number;
  return { side, offsets, rows };
}

/** The row nearest to a point, within `radius`; all in map units. Ties go to the lower row. */
export function nearestRow(
  grid: SpotGrid,
  places: Float32Array,
  x: number,
  y: number,
  radius: number,
): number | undefined {
  let best: number | undefined;
  let least = radius * radius;
  for (const row of rowsWithin(grid, x - radius, y - radius, x + radius, y + radius)) {
    const [dx, dy] = [(places[2 * row] as number) - x, (places[2 * row + 1] as number) - y];
    const distance = dx * dx + dy * dy;
    if (distance < least || (distance === least && (best === undefined || row < best))) [best, least] = [row, distance];
  }
  return best;
}

/** Rows of every cell that a box touches; some lie just outside it. */
export function* rowsWithin(
  grid: SpotGrid,
  left: number,
  bottom: number,
  right: number,
  top: number,
): Generator<number> {
  const [first, last] = [step(grid.side, left), step(grid.side, right)];
  const [low, high] = [step(grid.side, bottom), step(grid.side, top)];
  for (let line = low; line <= high; line++) {
    for (let cell = line * grid.side + first; cell <= line * grid.side + last; cell++) {
      for (let at = grid.offsets[cell] as number; at < (grid.offsets[cell + 1] as number); at++)
        yield grid.rows[at] as number;
    }
  }
}

function cellOf(side: number, x: number, y: number): number {
  return step(side, y) * side + step(side, x);
}

/** What lies outside belongs to the cells at the rim. */
function step(side: number, place: number): number {
  return Math.max(0, Math.min(side - 1, Math.floor(place * side)));
}
