import { LABEL_GAP_PX, LABEL_LINE_PX, LABEL_MARK_PX, labelText, labelWidth } from '../contracts/map-label.ts';
import { LABEL_SIDES, type LabelSide, labelCode } from '../contracts/map-wire.ts';

/** Pixels across the longer side of the map at the first level: a wide screen shows it whole. */
export const FIRST_LEVEL_PX = 1000;
/** Levels, and how much closer each is than the one before. */
export const LABEL_LEVELS = 3;
export const LEVEL_ZOOM = 4;

/** What wants a label. */
export interface LabelWish {
  row: number;
  /** Layout units, y up. */
  x: number;
  y: number;
  title: string;
}

/** Left, right, top and bottom of a label or mark, in pixels from the middle of the mark, y down. */
export interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** A box and the point it goes with, in layout units, y down. */
interface Placed extends Box {
  x: number;
  y: number;
}

const CELL_PX = 64;

/** The room a label takes beside its mark. */
export function labelBox(title: string, side: LabelSide): Box {
  const width = labelWidth(labelText(title));
  const [beside, half] = [LABEL_MARK_PX + LABEL_GAP_PX, LABEL_LINE_PX / 2];
  if (side === 'right') return { x0: beside, x1: beside + width, y0: -half, y1: half };
  if (side === 'left') return { x0: -beside - width, x1: -beside, y0: -half, y1: half };
  const y0 = side === 'below' ? LABEL_MARK_PX + 1 : -LABEL_MARK_PX - 1 - LABEL_LINE_PX;
  return { x0: -width / 2, x1: width / 2, y0, y1: y0 + LABEL_LINE_PX };
}

const MARK: Box = { x0: -LABEL_MARK_PX, x1: LABEL_MARK_PX, y0: -LABEL_MARK_PX, y1: LABEL_MARK_PX };

/** Pixels a layout unit at a level, on a map that is `side` units across. */
export function scaleAt(level: number, side: number): number {
  return (FIRST_LEVEL_PX / Math.max(side, 1)) * LEVEL_ZOOM ** level;
}

/**
 * The first level at which each label fits, and its side: label codes by row, 0 for those that fit at none. Wishes come in order of
 * importance; each takes the first free side, right before left before below before above; what is shown at one level is shown, in the
 * same place, at all later ones. Two labels, or a label and the mark of another, overlap neither at the levels nor at any zoom between
 * or beyond. O(labels) for labels spread evenly.
 */
export function placeLabels(wishes: readonly LabelWish[], rows: number, side: number): Uint8Array {
  const codes = new Uint8Array(rows);
  const shown: Placed[] = [];
  for (let level = 0; level < LABEL_LEVELS; level++) {
    const scale = scaleAt(level, side);
    const cells = new Map<number, Placed[]>();
    for (const box of shown) addBox(cells, box, scale);
    for (const { row, x, y, title } of wishes) {
      if (codes[row] !== 0) continue;
      const mark = { x, y: -y, ...MARK };
      if (!isFree(cells, mark, scale)) continue;
      const fit = LABEL_SIDES.find((each) => isFree(cells, { x, y: -y, ...labelBox(title, each) }, scale));
      if (!fit) continue;
      codes[row] = labelCode(level, fit);
      for (const box of [mark, { x, y: -y, ...labelBox(title, fit) }]) {
        shown.push(box);
        addBox(cells, box, scale);
      }
    }
  }
  return codes;
}

function* cellsOf({ x, y, x0, x1, y0, y1 }: Placed, scale: number, margin: number): Iterable<number> {
  const [left, right] = [x * scale + x0 - margin, x * scale + x1 + margin];
  const [top, bottom] = [y * scale + y0 - margin, y * scale + y1 + margin];
  for (let row = Math.floor(top / CELL_PX); row <= Math.floor(bottom / CELL_PX); row++)
    for (let column = Math.floor(left / CELL_PX); column <= Math.floor(right / CELL_PX); column++)
      yield (row + 2 ** 25) * 2 ** 26 + column + 2 ** 25;
}

function addBox(cells: Map<number, Placed[]>, box: Placed, scale: number): void {
  for (const key of cellsOf(box, scale, 0)) {
    const boxes = cells.get(key);
    if (boxes) boxes.push(box);
    else cells.set(key, [box]);
  }
}

/** Boxes whose points lie the other way round than they do are close at first and meet later: within this of each other. */
const CROSSING_PX = 2 * (LABEL_MARK_PX + LABEL_GAP_PX) + LABEL_LINE_PX;

function isFree(cells: Map<number, Placed[]>, box: Placed, scale: number): boolean {
  for (const key of cellsOf(box, scale, CROSSING_PX)) {
    if (cells.get(key)?.some((other) => !staysApart(box, other, scale))) return false;
  }
  return true;
}

/** Whether two boxes are apart at this scale and at every larger one. */
function staysApart(one: Placed, other: Placed, scale: number): boolean {
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
