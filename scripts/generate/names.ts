import { MAX_SLUG_LENGTH, slugify } from '../../src/wiki/text/slug.ts';

/**
 * Keeps names apart within a kind: a title is taken once, and so is the slug made from it. Titles too long for a slug
 * are turned down: cut, they could stand for another page.
 */
export function createNames(): { take(title: string): boolean } {
  const taken = new Set<string>();
  return {
    take(title) {
      const slug = slugify(title);
      if (title.length > MAX_SLUG_LENGTH || taken.has(slug)) return false;
      taken.add(slug);
      return true;
    },
  };
}
