import { isWanted } from './mark-words.ts';

/** Words of an excerpt, and how many of them come before the first word that was asked for. */
const LENGTH = 28;
const BEFORE = 6;

/** The stretch of a text around what was asked for; a short text as it is. */
export function excerptOf(text: string, wanted: readonly string[]): string {
  const words = text.split(/\s+/);
  if (words.length <= LENGTH) return text;
  const first = words.findIndex((word) => isWanted(word, wanted));
  const from = Math.max(0, Math.min(first - BEFORE, words.length - LENGTH));
  const to = from + LENGTH;
  return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
}
