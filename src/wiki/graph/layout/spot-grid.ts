/** Points in square cells, for asking what is near. Keys of cells are whole numbers; the map may be any size below 2^26 cells across. */
export class SpotGrid {
  readonly #cell: number;
  readonly #cells = new Map<number, number[]>();
  readonly #x: number[] = [];
  readonly #y: number[] = [];

  constructor(cell: number) {
    this.#cell = cell;
  }

  add(x: number, y: number): void {
    const point = this.#x.push(x) - 1;
    this.#y.push(y);
    const key = this.#key(Math.floor(x / this.#cell), Math.floor(y / this.#cell));
    const points = this.#cells.get(key);
    if (points) points.push(point);
    else this.#cells.set(key, [point]);
  }

  /** Whether no point is closer than `distance`, which is at most the cell. */
  isFree(x: number, y: number, distance: number): boolean {
    const [column, row] = [Math.floor(x / this.#cell), Math.floor(y / this.#cell)];
    for (let near = column - 1; near <= column + 1; near++) {
      for (let by = row - 1; by <= row + 1; by++) {
        for (const point of this.#cells.get(this.#key(near, by)) ?? []) {
          const [dx, dy] = [(this.#x[point] as number) - x, (this.#y[point] as number) - y];
          if (dx * dx + dy * dy < distance * distance) return false;
        }
      }
    }
    return true;
  }

  #key(column: number, row: number): number {
    return (column + 2 ** 25) * 2 ** 26 + row + 2 ** 25;
  }
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** The free spot nearest to a point along a sunflower spiral; the last one tried where none is free. */
export function freeSpot(
  isFree: (x: number, y: number) => boolean,
  x: number,
  y: number,
  step: number,
  tries: number,
): [number, number] {
  let [left, top] = [x, y];
  for (let at = 0; at < tries; at++) {
    const reach = step * Math.sqrt(at);
    left = x + reach * Math.cos(at * GOLDEN_ANGLE);
    top = y + reach * Math.sin(at * GOLDEN_ANGLE);
    if (isFree(left, top)) break;
  }
  return [left, top];
}
