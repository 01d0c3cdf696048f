import type { TextMatch } from './text-index.ts';

/** One thing asked for, by any of the words it goes by. */
export interface Group {
  /** Pagefind queries that mean it, and what an answer to each is worth. */
  ways: { query: string; factor: number }[];
  /** What it counts beside the others, apart from how rare it is. */
  weight: number;
}

export interface Ranked {
  id: string;
  /** From 0 to 1: how near it comes to the best there is for everything asked. */
  score: number;
  /** Share of what was asked that it has, weighed by rarity. */
  coverage: number;
  match: TextMatch;
}

/** Words found within so many places of each other belong together. */
const NEAR = 4;
/** What it is worth when all neighbours in the query are neighbours in the text. */
const NEARNESS = 0.15;
/** How steeply a record falls that lacks some of what was asked. */
const COVERAGE_POWER = 1;

/**
 * BM25 scores of single words, as Pagefind gives them, added up: a record need not have every word. Each word counts by
 * its rarity (Robertson and Spärck Jones 1976), relative to the best record for it, so that scores of two indexes compare.
 */
export function rank(
  groups: readonly ReadonlyMap<string, TextMatch>[],
  rarity: readonly number[],
  best: readonly number[],
): Ranked[] {
  const total = rarity.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const sums = new Map<
    string,
    { sum: number; covered: number; match: TextMatch; matches: (TextMatch | undefined)[] }
  >();
  groups.forEach((group, index) => {
    for (const [id, match] of group) {
      let known = sums.get(id);
      if (!known) {
        known = { sum: 0, covered: 0, match, matches: [] };
        sums.set(id, known);
      }
      known.sum += (rarity[index] ?? 0) * (match.score / (best[index] || 1));
      known.covered += rarity[index] ?? 0;
      known.matches[index] = match;
    }
  });
  return [...sums].map(([id, { sum, covered, match, matches }]) => {
    const coverage = covered / total;
    const score = (sum / total) * coverage ** COVERAGE_POWER * (1 + NEARNESS * nearness(matches, groups.length));
    return { id, score, coverage, match };
  });
}

/** Share of neighbours in the query that stand near each other, in order, in the text. */
function nearness(matches: readonly (TextMatch | undefined)[], length: number): number {
  if (length < 2) return 0;
  let near = 0;
  for (let index = 1; index < length; index++) {
    const [left, right] = [matches[index - 1], matches[index]];
    if (!left || !right) continue;
    const after = right.words;
    if (left.words.some((at) => after.some((other) => other > at && other - at <= NEAR))) near++;
  }
  return near / (length - 1);
}

/** How much a word tells that `found` of `all` records have. */
export function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - Math.min(found, all) + 0.5) / (found + 0.5));
}

/** The best score for each thing asked. */
export function bestOf(groups: readonly ReadonlyMap<string, TextMatch>[]): number[] {
  return groups.map((group) => {
    let highest = 0;
    for (const { score } of group.values()) highest = Math.max(highest, score);
    return highest;
  });
}
