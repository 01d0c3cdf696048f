import { quoteWords, stem } from './words.ts';

/** Something that has names. */
export interface Named {
  slug: string;
  names: readonly string[];
}

/** Finds what a row of words mentions: by title and alias, longest match first, whole words, any inflection. */
export function createMentionFinder(pages: readonly Named[]): (words: readonly string[]) => string[] {
  const byFirst = new Map<string, { stems: string[]; slug: string }[]>();
  for (const { slug, names } of pages) {
    for (const name of names) {
      const stems = quoteWords(name).map(stem);
      if (stems[0] === undefined || (stems.length === 1 && stems[0].length < 3)) continue;
      const known = byFirst.get(stems[0]);
      if (known) known.push({ stems, slug });
      else byFirst.set(stems[0], [{ stems, slug }]);
    }
  }
  for (const list of byFirst.values()) list.sort((left, right) => right.stems.length - left.stems.length);
  return (words) => {
    const stems = words.map(stem);
    const found: string[] = [];
    for (let at = 0; at < stems.length; at++) {
      const match = byFirst
        .get(stems[at] as string)
        ?.find((candidate) => candidate.stems.every((one, index) => one === stems[at + index]));
      if (!match) continue;
      found.push(match.slug);
      at += match.stems.length - 1;
    }
    return found;
  };
}
