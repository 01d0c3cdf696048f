import { foldWords, isWithinOneEdit, nameKey, sidesOf, singular } from '../../wiki/text/name-key.ts';
import { MIN_TYPO, type NamedPage } from '../../wiki/views/contracts/name-index.ts';

/** How well a query names a page; smaller is better. Up to `typo` the page comes before every other answer. */
export const LEVELS = ['title', 'alias', 'near', 'typo', 'part', 'prefix', 'inside'] as const;
export type Level = (typeof LEVELS)[number];

export interface NameMatch {
  page: NamedPage;
  level: Level;
  /** The title or alias that was meant. */
  name: string;
}

/** A page named inside a longer query: words `start` to `end`. */
export interface Mention {
  pages: NamedPage[];
  start: number;
  end: number;
}

interface Entry {
  page: NamedPage;
  name: string;
  isTitle: boolean;
  fold: string;
  words: string[];
  key: string;
}

export interface NameFinder {
  add(pages: readonly NamedPage[]): void;
  find(query: string): NameMatch[];
  mentions(words: readonly string[]): Mention[];
  /** Comparisons all of whose options are among the pages; those of most first. */
  comparisonsOf(pages: readonly NamedPage[]): NamedPage[];
  /** The nearest single word that some name is made of, for a word nothing is made of. */
  nearestWord(word: string): string | undefined;
  /** Names near a query that found nothing. */
  nearest(query: string, count: number): NameMatch[];
}

/** Shortest word looked for inside the words of names, as compounds have them: `Datenbank` in `Vektordatenbank`. */
const MIN_INSIDE = 4;
/** Longest name, in words, looked for inside a query. */
const MAX_MENTION_WORDS = 6;

/** What people put around a name when they ask what it is. */
const ASKING =
  /^(?:what(?:'s| is| are| does)|who(?:'s| is| are)|define|definition of|meaning of|tell me about|was ist|wer ist)\s+(?:(?:an?|the|ein|eine|der|die|das)\s+)?|\s+(?:mean|meaning|definition)\s*\??$|[?!.]+$/gi;

export function createNameFinder(): NameFinder {
  const entries: Entry[] = [];
  const byKey = new Map<string, Entry[]>();
  const known = new Set<string>();
  const vocabulary = new Set<string>();
  const comparisons: NamedPage[] = [];

  function add(pages: readonly NamedPage[]): void {
    for (const page of pages) {
      const id = `${page.kind}:${page.slug}`;
      if (known.has(id)) continue;
      known.add(id);
      if (page.options) comparisons.push(page);
      for (const name of [page.title, ...page.aliases]) {
        const folded = foldWords(name);
        const words = folded.map(singular);
        const entry = { page, name, isTitle: name === page.title, fold: folded.join(' '), words, key: words.join('') };
        if (entry.key === '') continue;
        entries.push(entry);
        for (const word of words) vocabulary.add(word);
        const same = byKey.get(entry.key);
        if (same) same.push(entry);
        else byKey.set(entry.key, [entry]);
      }
    }
  }

  function find(query: string): NameMatch[] {
    const asked = query.trim().replace(ASKING, '').trim() || query.trim();
    const fold = foldWords(asked).join(' ');
    const key = nameKey(asked);
    if (key === '') return [];
    const words = foldWords(asked).map(singular);
    const best = new Map<NamedPage, NameMatch>();
    const offer = (entry: Pick<Entry, 'page' | 'name'>, level: Level) => {
      const before = best.get(entry.page);
      if (!before || LEVELS.indexOf(level) < LEVELS.indexOf(before.level)) {
        best.set(entry.page, { page: entry.page, name: entry.name, level });
      }
    };
    for (const page of comparisonsAsked(asked)) offer({ page, name: page.title }, 'near');
    for (const entry of entries) {
      const level = levelOf(entry, fold, key, words);
      if (level) offer(entry, level);
    }
    return [...best.values()].sort(byMatch);
  }

  /** Comparisons between the sides of `X vs Y`, in whichever order and by whichever names. */
  function comparisonsAsked(query: string): NamedPage[] {
    const sides = sidesOf(query).map(
      (side) => new Set((byKey.get(nameKey(side)) ?? []).map((entry) => entry.page.slug)),
    );
    if (sides.length < 2 || sides.some((side) => side.size === 0)) return [];
    return comparisons
      .filter((page) => sides.every((side) => page.options?.some((option) => side.has(option))))
      .sort((left, right) => (left.options?.length ?? 0) - (right.options?.length ?? 0) || byWeight(left, right));
  }

  function comparisonsOf(pages: readonly NamedPage[]): NamedPage[] {
    const slugs = new Set(pages.map((page) => page.slug));
    return comparisons
      .filter((page) => page.options?.every((option) => slugs.has(option)))
      .sort((left, right) => (right.options?.length ?? 0) - (left.options?.length ?? 0) || byWeight(left, right));
  }

  function mentions(words: readonly string[]): Mention[] {
    const found: Mention[] = [];
    for (let start = 0; start < words.length; start++) {
      for (let end = Math.min(words.length, start + MAX_MENTION_WORDS); end > start; end--) {
        const same = byKey.get(words.slice(start, end).map(singular).join(''));
        if (!same) continue;
        found.push({ pages: [...new Set(same.map((entry) => entry.page))].sort(byWeight), start, end });
        start = end - 1;
        break;
      }
    }
    return found;
  }

  function nearestWord(word: string): string | undefined {
    const wanted = singular(word);
    if (wanted.length < MIN_TYPO || vocabulary.has(wanted)) return undefined;
    return [...vocabulary].filter((known) => known.length >= MIN_TYPO && isWithinOneEdit(wanted, known)).sort()[0];
  }

  function nearest(query: string, count: number): NameMatch[] {
    const key = nameKey(query);
    const pairs = pairsOf(key);
    const scored = entries.map((entry) => ({ entry, score: likeness(pairs, pairsOf(entry.key)) }));
    const seen = new Set<NamedPage>();
    return scored
      .filter(({ score }) => score > 0.3)
      .sort((left, right) => right.score - left.score || byWeight(left.entry.page, right.entry.page))
      .filter(({ entry }) => !seen.has(entry.page) && seen.add(entry.page))
      .slice(0, count)
      .map(({ entry }) => ({ page: entry.page, name: entry.name, level: 'part' as const }));
  }

  return { add, find, mentions, comparisonsOf, nearestWord, nearest };
}

function levelOf(entry: Entry, fold: string, key: string, words: readonly string[]): Level | undefined {
  if (entry.fold === fold) return entry.isTitle ? 'title' : 'alias';
  if (entry.key === key) return 'near';
  if (key.length >= MIN_TYPO && entry.key.length >= MIN_TYPO && isWithinOneEdit(key, entry.key)) return 'typo';
  if (words.length === 0) return undefined;
  const last = words.at(-1) as string;
  const rest = words.slice(0, -1);
  if (rest.every((word) => entry.words.includes(word))) {
    if (entry.words.includes(last)) return 'part';
    if (last.length > 1 && entry.words.some((word) => word.startsWith(last))) return 'prefix';
  }
  if (entry.key.startsWith(key)) return 'prefix';
  const isInside = (word: string) => word.length >= MIN_INSIDE && entry.words.some((one) => one.includes(word));
  return words.every(isInside) ? 'inside' : undefined;
}

function byMatch(left: NameMatch, right: NameMatch): number {
  return LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level) || byWeight(left.page, right.page);
}

/** The page with more evidence first; then the shorter name; then by address. */
export function byWeight(left: NamedPage, right: NamedPage): number {
  const [one, other] = [`${left.kind}:${left.slug}`, `${right.kind}:${right.slug}`];
  return (
    right.weight - left.weight || left.title.length - right.title.length || (one < other ? -1 : one > other ? 1 : 0)
  );
}

function pairsOf(key: string): Set<string> {
  const padded = ` ${key} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 1) }, (_, index) => padded.slice(index, index + 2)));
}

/** Shared pairs of letters (Dice 1945), from 0 to 1. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / (left.size + right.size);
}
