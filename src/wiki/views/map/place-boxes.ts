/** Left, right, top and bottom of something drawn, in pixels from the point it goes with, y down. */
export interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Something that wants to be drawn at a point. */
export interface BoxWish {
  /** Any units, y down. */
  x: number;
  y: number;
  /** What stands at the point itself, and must find room as well. */
  mark?: Box;
  /** Where the rest may stand, the best first. */
  choices: readonly Box[];
  /** The first scale at which it wants to be there; 0 unless given. */
  from?: number;
}

export interface PlacedBox {
  /** The first scale at which it fits; it stands at all later ones too. */
  level: number;
  /** Index into its choices. */
  choice: number;
}

/** What boxes must not leave, in the units of wishes. */
export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A box and the point it goes with. */
interface Standing extends Box {
  x: number;
  y: number;
}

const CELL_PX = 64;
/**
 * Two boxes whose points lie the other way round than they do stand side by side now and meet from nearer. They are looked for this far
 * away, which is enough where a box starts no more than half of it from its point.
 */
const CROSSING_PX = 32;

/**
 * Gives each wish, in their order, the first free one of its choices at the first of the `scales` (pixels a unit, growing) at which one is
 * free. What stands at one scale stands, in the same place, at all later ones; no two overlap at a scale, between or beyond. Boxes keep
 * their size in pixels. O(wishes · scales) for wishes spread evenly.
 */
export function placeBoxes(
  wishes: readonly BoxWish[],
  scales: readonly number[],
  frame?: Frame,
): (PlacedBox | undefined)[] {
  const placed: (PlacedBox | undefined)[] = wishes.map(() => undefined);
  const standing: Standing[] = [];
  for (const [level, scale] of scales.entries()) {
    const cells = new Map<number, Standing[]>();
    for (const box of standing) addBox(cells, box, scale);
    for (const [index, { x, y, mark, choices, from = 0 }] of wishes.entries()) {
      if (placed[index] || level < from) continue;
      const fits = (box: Box) => isWithin({ x, y, ...box }, scale, frame) && isFree(cells, { x, y, ...box }, scale);
      if (mark && !isFree(cells, { x, y, ...mark }, scale)) continue;
      const choice = choices.findIndex(fits);
      if (choice === -1) continue;
      placed[index] = { level, choice };
      for (const box of mark ? [mark, choices[choice] as Box] : [choices[choice] as Box]) {
        standing.push({ x, y, ...box });
        addBox(cells, { x, y, ...box }, scale);
      }
    }
  }
  return placed;
}

function isWithin({ x, y, x0, x1, y0, y1 }: Standing, scale: number, frame: Frame | undefined): boolean {
  if (!frame) return true;
  return (
    (x - frame.left) * scale + x0 >= 0 &&
    (frame.right - x) * scale - x1 >= 0 &&
    (y - frame.top) * scale + y0 >= 0 &&
    (frame.bottom - y) * scale - y1 >= 0
  );
}

function* cellsOf({ x, y, x0, x1, y0, y1 }: Standing, scale: number, margin: number): Iterable<number> {
  const [left, right] = [x * scale + x0 - margin, x * scale + x1 + margin];
  const [top, bottom] = [y * scale + y0 - margin, y * scale + y1 + margin];
  for (let row = Math.floor(top / CELL_PX); row <= Math.floor(bottom / CELL_PX); row++)
    for (let column = Math.floor(left / CELL_PX); column <= Math.floor(right / CELL_PX); column++)
      yield (row + 2 ** 25) * 2 ** 26 + column + 2 ** 25;
}

function addBox(cells: Map<number, Standing[]>, box: Standing, scale: number): void {
  for (const key of cellsOf(box, scale, 0)) {
    const boxes = cells.get(key);
    if (boxes) boxes.push(box);
    else cells.set(key, [box]);
  }
}

function isFree(cells: Map<number, Standing[]>, box: Standing, scale: number): boolean {
  for (const key of cellsOf(box, scale, CROSSING_PX)) {
    if (cells.get(key)?.some((other) => !staysApart(box, other, scale))) return false;
  }
  return true;
}

/** Whether two boxes are apart at this scale and at every larger one. */
function staysApart(one: Standing, other: Standing, scale: number): boolean {
  return (
    isBefore(one.x, one.x1, other.x, other.x0, scale) ||
    isBefore(other.x, other.x1, one.x, one.x0, scale) ||
    isBefore(one.y, one.y1, other.y, other.y0, scale) ||
    isBefore(other.y, other.y1, one.y, one.y0, scale)
  );
}

/** The end of the first box comes before the start of the second, and nearing the eye does not bring them together. */
function isBefore(first: number, end: number, second: number, start: number, scale: number): boolean {
  return first <= second && first * scale + end <= second * scale + start;
}
