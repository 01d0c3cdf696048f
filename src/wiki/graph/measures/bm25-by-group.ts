import { type TextIndex, textIndex } from './bm25.ts';
import type { PageWords } from './page-words.ts';
import { MAX_ENTRIES } from './text-statistics.ts';

/**
 * One BM25 index a group, so that a word is rare or not among the pages that are suggested to each other: texts are asked among those
 * of their own group. `groups` names the group of each row. An index is made when its group is first asked about.
 */
export function bm25ByGroup(words: PageWords, groups: readonly string[], maxEntries = MAX_ENTRIES): TextIndex {
  const members = rowsByGroup(groups);
  const indexes = new Map<string, TextIndex>();
  const indexOf = (row: number) => {
    const group = groups[row] as string;
    let index = indexes.get(group);
    if (!index) {
      index = textIndex(words, members.get(group) as number[], maxEntries);
      indexes.set(group, index);
    }
    return index;
  };
  return {
    addAlike: (row, scores) => indexOf(row).addAlike(row, scores),
    sharedWords: (one, other) => indexOf(one).sharedWords(one, other),
  };
}

export function rowsByGroup(groups: readonly string[]): Map<string, number[]> {
  const members = new Map<string, number[]>();
  for (const [row, group] of groups.entries()) {
    const rows = members.get(group);
    if (rows) rows.push(row);
    else members.set(group, [row]);
  }
  return members;
}
