import leven from 'leven';
import { compareText } from './order.ts';

/** A suggestion may differ in a third of its letters, and in two at least. */
const TOLERANCE = 1 / 3;

/**
 * The candidate a writer most likely meant, or `undefined` when none is near.
 * Edit distance (Levenshtein 1966), case aside; a candidate that the text begins or that begins the text counts as near.
 */
export function suggest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length * TOLERANCE));
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    let distance: number;
    if (wanted.length >= 3 && other.startsWith(wanted)) distance = limit;
    else if (Math.abs(other.length - wanted.length) > limit) continue;
    else distance = leven(wanted, other, { maxDistance: limit + 1 });
    if (distance > limit || distance >= Math.max(wanted.length, other.length)) continue;
    if (
      !best ||
      distance < best.distance ||
      (distance === best.distance && compareText(candidate, best.candidate) < 0)
    ) {
      best = { candidate, distance };
    }
  }
  return best?.candidate;
}
