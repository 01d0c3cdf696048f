import type { Concept, World } from './world.ts';

/** Longest half of an address such as `this-thing-vs-that-thing`, with room for a number behind it. */
const HALF = 26;

/** Concepts to compare, all with claims, and no two pairs alike: neighbours first, then those two places apart, and so on. */
export function planComparisons(world: World): { slug: string; options: [Concept, Concept] }[] {
  const known = world.concepts.filter((concept) => world.claimsAbout.has(concept));
  const found: { slug: string; options: [Concept, Concept] }[] = [];
  const taken = new Set<string>();
  for (let apart = 1; apart < known.length; apart++) {
    for (let index = 0; index + apart < known.length; index += 2) {
      if (found.length === world.counts.comparisons) return found;
      const options: [Concept, Concept] = [known[index] as Concept, known[index + apart] as Concept];
      const stem = options.map((option) => cut(option.slug)).join('-vs-');
      let slug = stem;
      for (let copy = 2; taken.has(slug); copy++) slug = `${stem}-${copy}`;
      taken.add(slug);
      found.push({ slug, options });
    }
  }
  if (found.length < world.counts.comparisons) throw new RangeError('there are too few concepts to compare');
  return found;
}

/** At a hyphen, so that whole words stay. */
function cut(slug: string): string {
  if (slug.length <= HALF) return slug;
  return slug.slice(0, slug.lastIndexOf('-', HALF));
}
