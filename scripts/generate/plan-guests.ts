import { slugify } from '../../src/wiki/text/slug.ts';
import type { Random } from './random.ts';
import { FIRST_NAMES, LAST_NAMES, madeUpName, ROLES } from './words.ts';
import type { Guest } from './world.ts';

/** People with names of their own; when first and last names run out, a second given name tells them apart. */
export function planGuests(count: number, random: Random): Guest[] {
  const pairs = FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => ({ first, last })));
  const order = random.shuffle(pairs);
  if (count > order.length * FIRST_NAMES.length) throw new RangeError(`there are no names for ${count} guests`);
  return Array.from({ length: count }, (_, index) => {
    const { first, last } = order[index % order.length] as (typeof order)[number];
    const round = Math.floor(index / order.length);
    const title = round === 0 ? `${first} ${last}` : `${first} ${FIRST_NAMES[round]} ${last}`;
    return { title, slug: slugify(title), role: random.pick(ROLES), organisation: madeUpName(random.int(0, 1999)) };
  });
}
