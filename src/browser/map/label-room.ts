/** Pixels, y down. */
export interface LabelBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What of a view is taken by labels. */
export interface LabelRoom {
  readonly width: number;
  readonly height: number;
  /** Takes the box if it lies inside the view and nothing stands there yet. */
  take(box: LabelBox): boolean;
}

const CELL_PX = 64;

/** An empty view. Boxes are found over a grid: O(1) each, for boxes of ordinary size. */
export function labelRoom(width: number, height: number): LabelRoom {
  const taken = new Map<number, LabelBox[]>();
  const columns = Math.ceil(width / CELL_PX) + 2;
  return {
    width,
    height,
    take(box) {
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) return false;
      const over: number[] = [];
      for (let y = Math.floor(box.top / CELL_PX); y <= Math.floor(box.bottom / CELL_PX); y++)
        for (let x = Math.floor(box.left / CELL_PX); x <= Math.floor(box.right / CELL_PX); x++)
          over.push(y * columns + x);
      if (over.some((cell) => taken.get(cell)?.some((other) => overlap(box, other)))) return false;
      for (const cell of over) {
        const list = taken.get(cell);
        if (list) list.push(box);
        else taken.set(cell, [box]);
      }
      return true;
    },
  };
}

function overlap(one: LabelBox, other: LabelBox): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
