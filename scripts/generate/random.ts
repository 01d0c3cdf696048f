/** Seeded randomness: the same seed and purpose give the same numbers on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Prefers early items, as readers prefer popular topics: the first quarter gets half of the picks. */
  pickPopular<T>(items: readonly T[]): T;
  /** Up to `count` different items. */
  sample<T>(items: readonly T[], count: number): T[];
  shuffle<T>(items: readonly T[]): T[];
}

/** A stream of its own for each purpose, so that a change to one kind of page leaves the others as they were. */
export function createRandom(seed: number, purpose: string): Random {
  let state = hash(`${seed} ${purpose}`);

  // Mulberry32 (Tommy Ettinger, 2017; public domain): 32 bits of state are plenty for choosing words.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  const at = <T>(items: readonly T[], index: number): T => {
    if (items.length === 0) throw new RangeError(`nothing to pick from for ${purpose}`);
    return items[Math.min(index, items.length - 1)] as T;
  };

  const random: Random = {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickPopular: (items) => at(items, Math.floor(next() ** 2 * items.length)),
    sample(items, count) {
      const chosen = new Set<(typeof items)[number]>();
      // Twice as many tries as wanted: enough for long lists, and an end for short ones.
      for (let tries = 0; chosen.size < Math.min(count, items.length) && tries < count * 2 + 4; tries++) {
        chosen.add(random.pick(items));
      }
      return [...chosen];
    },
    shuffle(items) {
      const shuffled = [...items];
      for (let index = shuffled.length - 1; index > 0; index--) {
        const other = random.int(0, index);
        [shuffled[index], shuffled[other]] = [shuffled[other] as never, shuffled[index] as never];
      }
      return shuffled;
    },
  };
  return random;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
