import type { LabelRoom } from './label-room.ts';

/** A label that wants to stand beside a mark. Pixels, y down. */
export interface LabelWish {
  row: number;
  /** Middle and half width of the mark. */
  x: number;
  y: number;
  radius: number;
  width: number;
}

export interface PlacedLabel {
  row: number;
  /** Left end of the text and its middle. */
  x: number;
  y: number;
}

const GAP_PX = 4;

/**
 * Places labels in the order in which they come, each right of its mark, else left, below or above, wherever nothing stands yet; one that
 * fits nowhere is left out. So the important ones, which come first, are there at every zoom, and no two overlap. `line` is the height of
 * a line, with air. O(labels).
 */
export function placeLabels(wishes: Iterable<LabelWish>, room: LabelRoom, line: number, most: number): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const { row, x, y, radius, width } of wishes) {
    if (placed.length === most) break;
    const beside = radius + GAP_PX;
    const starts: [number, number][] = [
      [x + beside, y],
      [x - beside - width, y],
      [x - width / 2, y + radius + line / 2],
      [x - width / 2, y - radius - line / 2],
    ];
    const start = starts.find(([left, middle]) =>
      room.take({ left, right: left + width, top: middle - line / 2, bottom: middle + line / 2 }),
    );
    if (start) placed.push({ row, x: start[0], y: start[1] });
  }
  return placed;
}
