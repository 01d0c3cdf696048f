import { stemmer } from 'stemmer';

/** Words that say nothing about when something holds. */
const EMPTY = new Set(
  'a an and are as at be by can for from has have if in is it its must of on one only or such that the their them there this to very when where which with you your'.split(
    ' ',
  ),
);

/**
 * Whether two lists of conditions can hold at once, as far as words tell. No condition means "always", which overlaps
 * with everything. Otherwise they overlap when they share a word that carries meaning (stems after Porter 1980), so
 * that doubt counts as overlap: claims are only set apart when nothing in their conditions is alike.
 */
export function conditionsOverlap(left: readonly string[], right: readonly string[]): boolean {
  if (left.length === 0 || right.length === 0) return true;
  const words = wordsOf(left);
  return [...wordsOf(right)].some((word) => words.has(word));
}

function wordsOf(conditions: readonly string[]): Set<string> {
  const words = conditions.flatMap((condition) => condition.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => stemmer(word)));
}
