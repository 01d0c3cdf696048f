/** A disc and what draws it to others. */
export interface Disc {
  radius: number;
  /** Other discs by index, with a weight above 0. */
  ties: ReadonlyMap<number, number>;
}

export interface PackedDiscs {
  x: Float64Array;
  y: Float64Array;
  /** Of the circle around the origin that holds all of them. */
  radius: number;
}

/** Places tried around a disc. */
const ANGLES = 24;
/** Discs around which places are tried: the most strongly tied, and the last placed. */
const TIED_ANCHORS = 10;
const LAST_ANCHORS = 6;
/** What a disc far from the middle costs, beside the lengths of its ties. */
const GRAVITY = 0.25;

/**
 * Places discs without overlap, `gap` apart at least, so that tied ones are close and all are near the middle: the largest first, then
 * always the one most strongly tied to those that are placed, on the cheapest free spot around them. With a `breadth` above 1 the whole
 * becomes wider than high. Greedy, without dice; ties in cost go
 * to the first index. O(discs²).
 */
export function packDiscs(discs: readonly Disc[], gap: number, breadth = 1): PackedDiscs {
  const x = new Float64Array(discs.length);
  const y = new Float64Array(discs.length);
  const pulls = new Float64Array(discs.length);
  const waiting = new Set(discs.keys());
  const placed: number[] = [];
  const disc = (index: number) => discs[index] as Disc;
  const isFree = (index: number, left: number, top: number) =>
    placed.every((other) => {
      const reach = disc(index).radius + disc(other).radius + gap;
      return (left - (x[other] as number)) ** 2 + (top - (y[other] as number)) ** 2 >= reach * reach * (1 - 1e-9);
    });
  let extent = 0;
  while (waiting.size > 0) {
    let next = -1;
    for (const index of waiting) {
      const isBetter =
        next === -1 ||
        (pulls[index] as number) > (pulls[next] as number) ||
        (pulls[index] === pulls[next] && disc(index).radius > disc(next).radius);
      if (isBetter) next = index;
    }
    const [left, top] = placed.length === 0 ? [0, 0] : bestSpot(next);
    x[next] = left;
    y[next] = top;
    extent = Math.max(extent, Math.hypot(left, top) + disc(next).radius);
    waiting.delete(next);
    placed.push(next);
    // Per unit of size, or the largest would always come next.
    for (const [other, weight] of disc(next).ties) (pulls[other] as number) += weight / disc(other).radius;
  }

  function bestSpot(index: number): [number, number] {
    const tied = [...disc(index).ties]
      .filter(([other]) => !waiting.has(other) && other !== index)
      .sort(([left, one], [right, other]) => other - one || left - right);
    const total = tied.reduce((sum, [, weight]) => sum + weight, 0) || 1;
    const anchors = new Set([...tied.slice(0, TIED_ANCHORS).map(([other]) => other), ...placed.slice(-LAST_ANCHORS)]);
    anchors.add(placed[0] as number);
    const spots: { left: number; top: number; cost: number }[] = [];
    const add = (left: number, top: number) => {
      let cost = GRAVITY * Math.hypot(left / breadth, top);
      for (const [other, weight] of tied) {
        cost += (weight / total) * Math.hypot((left - (x[other] as number)) / breadth, top - (y[other] as number));
      }
      spots.push({ left, top, cost });
    };
    for (const anchor of anchors) {
      const reach = disc(index).radius + disc(anchor).radius + gap;
      for (let step = 0; step < ANGLES; step++) {
        const angle = (2 * Math.PI * step) / ANGLES;
        add((x[anchor] as number) + reach * Math.cos(angle), (y[anchor] as number) + reach * Math.sin(angle));
      }
    }
    spots.sort((one, other) => one.cost - other.cost);
    const free = spots.find(({ left, top }) => isFree(index, left, top));
    if (free) return [free.left, free.top];
    // All of them are walled in: outside everything there is always room.
    const rim = extent + disc(index).radius + gap;
    const angle = Math.atan2(spots[0]?.top ?? 0, spots[0]?.left ?? 0);
    return [rim * Math.cos(angle), rim * Math.sin(angle)];
  }

  return { x, y, radius: extent };
}
