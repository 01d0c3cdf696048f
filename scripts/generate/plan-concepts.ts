import { slugify } from '../../src/wiki/text/slug.ts';
import type { Random } from './random.ts';
import { capitalise, FIELDS, MODIFIERS, SUBJECTS } from './words.ts';
import type { Concept } from './world.ts';

/**
 * Subjects first (`ranking`), then kinds of them (`sparse ranking`), then uses (`sparse ranking for news`): a page that is
 * broader than another comes before it.
 */
export function planConcepts(count: number, random: Random): Concept[] {
  const concepts: Concept[] = [];
  const add = (name: string, broader?: Concept): Concept => {
    const title = capitalise(name);
    const concept = { name, title, slug: slugify(title), alias: aliasOf(name), broader };
    concepts.push(concept);
    return concept;
  };
  const subjects = random
    .shuffle(SUBJECTS)
    .slice(0, count)
    .map((name) => add(name));
  const pairs = subjects.flatMap((subject) => MODIFIERS.map((modifier) => ({ subject, modifier })));
  const wanted = count - concepts.length;
  const kinds = random
    .shuffle(pairs)
    .slice(0, Math.max(0, wanted))
    .map(({ subject, modifier }) => add(`${modifier} ${subject.name}`, subject));
  for (const field of FIELDS) {
    for (const kind of kinds) {
      if (concepts.length >= count) return concepts;
      add(`${kind.name} for ${field}`, kind);
    }
  }
  if (concepts.length < count) throw new RangeError(`there are names for ${concepts.length} concepts, not ${count}`);
  return concepts;
}

/** `sparse ranking` → `ranking (sparse)`: another way to look it up, and no other page's name. */
function aliasOf(name: string): string {
  const [first, ...rest] = name.split(' ');
  return rest.length > 0 ? `${rest.join(' ')} (${first})` : `${name} practice`;
}
