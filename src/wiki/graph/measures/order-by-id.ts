/**
 * Rows in an order that looks random but belongs to the ids: two rows keep their order when others come or go, which a
 * shuffle would not. By FNV-1a (Fowler, Noll & Vo 1991), 32 bits, of seed and id; ties by row. O(n log n).
 */
export function orderById(ids: readonly string[], seed: number): Uint32Array {
  const keys = Uint32Array.from(ids, (id) => hash(`${seed} ${id}`));
  return Uint32Array.from(ids.keys()).sort(
    (left, right) => (keys[left] as number) - (keys[right] as number) || left - right,
  );
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  // The last bits of FNV-1a follow the last letters: mixed as in MurmurHash3 (Appleby 2011).
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
