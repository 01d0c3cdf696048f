import { slugify } from '../../src/wiki/text/slug.ts';
import { createNames } from './names.ts';
import type { Random } from './random.ts';
import { capitalise } from './words.ts';
import type { Concept, Position } from './world.ts';

const STATEMENTS = [
  '{A} is worth its price for small teams',
  '{A} should come before the first model',
  '{A} will be bought rather than built',
  'Nobody should own {A} alone',
  '{A} needs people more than tools',
  '{A} is overrated',
  'Most failures begin with {A}',
];

/** Statements one can disagree with, on concepts that are talked about most. */
export function planPositions(count: number, concepts: readonly Concept[], random: Random): Position[] {
  const names = createNames();
  return Array.from({ length: count }, () => {
    for (;;) {
      const about = random.pickPopular(concepts);
      const title = capitalise(random.pick(STATEMENTS).replace('{A}', about.name));
      if (names.take(title)) return { title, slug: slugify(title), about };
    }
  });
}
