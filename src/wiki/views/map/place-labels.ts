import { LABEL_GAP_PX, LABEL_LINE_PX, LABEL_MARK_PX, labelText, labelWidth } from '../contracts/map-label.ts';
import { LABEL_SIDES, type LabelSide, labelCode } from '../contracts/map-parts.ts';
import { type Box, placeBoxes } from './place-boxes.ts';

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

/** The room a label takes beside its mark. */
export function labelBox(title: string, side: LabelSide): Box {
  const width = labelWidth(labelText(title));
  const [beside, half] = [LABEL_MARK_PX + LABEL_GAP_PX, LABEL_LINE_PX / 2];
  if (side === 'right') return { x0: beside, x1: beside + width, y0: -half, y1: half };
  if (side === 'left') return { x0: -beside - width, x1: -beside, y0: -half, y1: half };
  const y0 = side === 'below' ? LABEL_MARK_PX + 1 : -LABEL_MARK_PX - 1 - LABEL_LINE_PX;
  return { x0: -width / 2, x1: width / 2, y0, y1: y0 + LABEL_LINE_PX };
}

export const MARK_BOX: Box = { x0: -LABEL_MARK_PX, x1: LABEL_MARK_PX, y0: -LABEL_MARK_PX, y1: LABEL_MARK_PX };

/** Pixels a layout unit at a level, on a map that is `side` units across. */
export function scaleAt(level: number, side: number): number {
  return (FIRST_LEVEL_PX / Math.max(side, 1)) * LEVEL_ZOOM ** level;
}

/**
 * The first level at which each label fits, and its side: label codes by row, 0 for those that fit at none. Wishes come in order of
 * importance; what is shown at one level is shown, in the same place, at all later ones (`placeBoxes`).
 */
export function placeLabels(wishes: readonly LabelWish[], rows: number, side: number): Uint8Array {
  const codes = new Uint8Array(rows);
  const placed = placeBoxes(
    wishes.map(({ x, y, title }) => ({
      x,
      y: -y,
      mark: MARK_BOX,
      choices: LABEL_SIDES.map((each) => labelBox(title, each)),
    })),
    Array.from({ length: LABEL_LEVELS }, (_, level) => scaleAt(level, side)),
  );
  for (const [index, { row }] of wishes.entries()) {
    const place = placed[index];
    if (place) codes[row] = labelCode(place.level, LABEL_SIDES[place.choice] as LabelSide);
  }
  return codes;
}
