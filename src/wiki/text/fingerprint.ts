/**
 * A short name for a text: 53 bits in base 36 (two multiplicative hashes mixed, after Bryc's cyrb53, public domain).
 * It tells edits apart, not forgeries.
 */
export function fingerprint(text: string, seed = 0): string {
  const whole = fingerprinter(seed);
  whole.add(text);
  return whole.done();
}

/** The same as a number below 2^53. */
export function fingerprintNumber(text: string, seed = 0): number {
  let [left, right] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    left = Math.imul(left ^ unit, 2654435761);
    right = Math.imul(right ^ unit, 1597334677);
  }
  return mixed(left, right);
}

/** The same, for a text that comes in parts. */
export function fingerprinter(seed = 0): { add(part: string): void; done(): string } {
  let [before, after] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  return {
    add(part) {
      let [left, right] = [before, after];
      for (let index = 0; index < part.length; index++) {
        const unit = part.charCodeAt(index);
        left = Math.imul(left ^ unit, 2654435761);
        right = Math.imul(right ^ unit, 1597334677);
      }
      [before, after] = [left, right];
    },
    done: () => mixed(before, after).toString(36),
  };
}

function mixed(one: number, other: number): number {
  const left = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  const right = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(left ^ (left >>> 13), 3266489909);
  return 4294967296 * (2097151 & right) + (left >>> 0);
}

/** A 32-bit hash of a few words, for sketches: FNV-1a over their code units, mixed at the end. */
export function shingleHash(words: readonly string[], from: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let index = from; index < from + length; index++) {
    const word = words[index] as string;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
