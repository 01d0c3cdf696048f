/** Bits of each coordinate. */
export const HILBERT_BITS = 16;

/**
 * Place of a point along the Hilbert curve (Hilbert 1891; the algorithm is Warren's, "Hacker's Delight", ch. 16): points near each other on
 * it are near each other in the plane. `x` and `y` are whole numbers below 2^16; answers a whole number below 2^32.
 */
export function hilbert(x: number, y: number): number {
  let place = 0;
  let [a, b] = [x, y];
  for (let side = 1 << (HILBERT_BITS - 1); side > 0; side >>= 1) {
    const right = (a & side) > 0 ? 1 : 0;
    const up = (b & side) > 0 ? 1 : 0;
    place += side * side * ((3 * right) ^ up);
    if (up === 1) continue;
    if (right === 1) {
      a = 0xffff - a;
      b = 0xffff - b;
    }
    [a, b] = [b, a];
  }
  return place;
}
