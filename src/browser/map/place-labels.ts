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

export interface LabelRoom {
  width: number;
  height: number;
  /** Height of a line, with air. */
  line: number;
}

const GAP_PX = 4;

/**
 * Places labels in the order in which they come, each right of its mark, else left, below or above, wherever nothing stands yet; one that
 * fits nowhere is left out. So the important ones, which come first, are there at every zoom, and no two overlap. O(labels), over a grid.
 */
export function placeLabels(wishes: Iterable<LabelWish>, room: LabelRoom, most: number): PlacedLabel[] {
  const taken = new Map<number, { left: number; right: number; top: number; bottom: number }[]>();
  const columns = Math.ceil(room.width / CELL_PX) + 2;
  const cells = function* (left: number, top: number, right: number, bottom: number) {
    for (let y = Math.floor(top / CELL_PX); y <= Math.floor(bottom / CELL_PX); y++)
      for (let x = Math.floor(left / CELL_PX); x <= Math.floor(right / CELL_PX); x++) yield y * columns + x;
  };
  const placed: PlacedLabel[] = [];
  for (const { row, x, y, radius, width } of wishes) {
    if (placed.length === most) break;
    const beside = radius + GAP_PX;
    const starts: [number, number][] = [
      [x + beside, y],
      [x - beside - width, y],
      [x - width / 2, y + radius + room.line / 2],
      [x - width / 2, y - radius - room.line / 2],
    ];
    for (const [left, middle] of starts) {
      const box = { left, right: left + width, top: middle - room.line / 2, bottom: middle + room.line / 2 };
      if (box.left < 0 || box.right > room.width || box.top < 0 || box.bottom > room.height) continue;
      const over = [...cells(box.left, box.top, box.right, box.bottom)];
      const isFree = over.every((cell) => !taken.get(cell)?.some((other) => overlap(box, other)));
      if (!isFree) continue;
      for (const cell of over) {
        const list = taken.get(cell);
        if (list) list.push(box);
        else taken.set(cell, [box]);
      }
      placed.push({ row, x: left, y: middle });
      break;
    }
  }
  return placed;
}

const CELL_PX = 64;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
