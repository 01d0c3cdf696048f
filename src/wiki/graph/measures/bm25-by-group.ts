import { MAX_ENTRIES, type TextIndex, textIndex } from './bm25.ts';
import type { PageWords } from './page-words.ts';
import type { SparseScores } from './sparse-scores.ts';

/** Texts of pages, each asked among those of its own group. Rows are those of the pages. */
export interface GroupedTexts {
  /** Adds to each row of the same group how alike its text is (`bm25.ts`). */
  addAlike(row: number, scores: SparseScores): void;
  /** Numbers of the words two rows of one group share, those that say most first. */
  sharedWords(one: number, other: number): number[];
}

/** One BM25 index a group, so that a word is rare or not among the pages that are suggested to each other. `groups` names the group of each row. */
export function bm25ByGroup(words: PageWords, groups: readonly string[], maxEntries = MAX_ENTRIES): GroupedTexts {
  const members = new Map<string, number[]>();
  const places = groups.map((group, row) => {
    const rows = members.get(group) ?? [];
    members.set(group, rows);
    return rows.push(row) - 1;
  });
  const indexes = new Map(
    [...members].map(([group, rows]) => [
      group,
      textIndex(
        rows.map((row) => words.texts[row] as Uint32Array),
        words.forms.length,
        rows,
        maxEntries,
      ),
    ]),
  );
  const indexOf = (row: number) => indexes.get(groups[row] as string) as TextIndex;
  return {
    addAlike: (row, scores) => indexOf(row).addAlike(places[row] as number, scores),
    sharedWords: (one, other) => indexOf(one).sharedWords(places[one] as number, places[other] as number),
  };
}
