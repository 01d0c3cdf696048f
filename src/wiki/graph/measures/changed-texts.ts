import { kinds } from '../../kinds/index.ts';
import type { CompactGraph } from '../compact-graph.ts';
import { type KeptRankings, pairsIn, type RankedPages } from './kept-rankings.ts';
import type { PageWords } from './page-words.ts';
import { askedEntries, gainsOf, lengthOf, type TextStatistics, textStatistics } from './text-statistics.ts';

/** After so many edits in one group nobody looks for who is spared. */
const MAX_EDITED = 64;

/**
 * Of pages `rows`, which are one group: those whose rankings an edit of some texts may have changed, the edited ones among them. Pages and
 * links are what they were. O(edited texts · words of the group).
 */
export function changedTexts(
  before: KeptRankings,
  now: RankedPages,
  rows: readonly number[],
  edited: ReadonlySet<number>,
): Iterable<number> {
  const own = rows.filter((row) => edited.has(row));
  if (own.length === 0) return [];
  if (own.length > MAX_EDITED) return rows;
  const old = inVocabularyOf(now.words, before.words);
  const [then, statistics] = [textStatistics(old, rows), textStatistics(now.words, rows)];
  if (then.size !== statistics.size || then.length !== statistics.length) return rows;
  const changed = new Set(own);
  const moved = movedWords(then, statistics);
  for (const row of rows) {
    // Of a page that nobody asked about nothing is known.
    if (Number.isNaN(before.least[row]) || hasWord(now.words, row, moved)) changed.add(row);
  }
  for (const [one, other] of pairsIn(before.worded)) {
    if (edited.has(other) && now.groups[one] === now.groups[other]) changed.add(one);
  }
  for (const row of own) {
    const likeness = likenessOf(old, now.words, statistics, row);
    const tied = tiedTo(now.graph, row);
    for (const page of rows) {
      if (changed.has(page)) continue;
      const counts = tied.has(page) ? 1 : Math.max(1, before.least[page] as number);
      if (likeness(page, counts)) changed.add(page);
    }
  }
  return changed;
}

/** Words that became rarer or more common by a step. */
function movedWords(then: TextStatistics, now: TextStatistics): Uint8Array {
  return now.steps.map((step, word) => Number(step !== then.steps[word]));
}

function hasWord({ offsets, words }: PageWords, row: number, among: Uint8Array): boolean {
  for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) {
    if (among[words[entry] as number] === 1) return true;
  }
  return false;
}

/**
 * Answers whether the likeness of an edited text to a page that stayed is another than it was, and `enough` before or now. Words that are
 * not asked about are counted first, which can only be too much: few pages need more.
 */
function likenessOf(old: PageWords, now: PageWords, statistics: TextStatistics, edited: number) {
  const [were, are] = [gainsIn(old, edited, statistics), gainsIn(now, edited, statistics)];
  const { offsets, words, counts } = now;
  return (page: number, enough: number): boolean => {
    let [most, mostNow] = [0, 0];
    for (let entry = offsets[page] as number; entry < (offsets[page + 1] as number); entry++) {
      const word = words[entry] as number;
      const count = counts[entry] as number;
      most += count * (were[word] as number);
      mostNow += count * (are[word] as number);
    }
    if (Math.max(most, mostNow) < enough) return false;
    let [was, is] = [0, 0];
    for (const entry of askedEntries(now, page, statistics)) {
      const word = words[entry] as number;
      const count = counts[entry] as number;
      was += count * (were[word] as number);
      is += count * (are[word] as number);
    }
    return was !== is && Math.max(was, is) >= enough;
  };
}

/** What each word of a text adds for one mention in another; 0 for words that it does not have. */
function gainsIn(texts: PageWords, row: number, statistics: TextStatistics): Float64Array {
  const { norm, gain } = gainsOf(statistics);
  const gains = new Float64Array(statistics.steps.length);
  const ofLength = norm(lengthOf(texts, row));
  for (let entry = texts.offsets[row] as number; entry < (texts.offsets[row + 1] as number); entry++) {
    const word = texts.words[entry] as number;
    gains[word] = gain(statistics.steps[word] as number, texts.counts[entry] as number, ofLength);
  }
  return gains;
}

/** Pages that may be ranked beside a page because they are tied to it: by a link, or by an entry of a list. Such entries themselves are not. */
function tiedTo({ offsets, neighbours, kinds: names }: CompactGraph, row: number): Set<number> {
  const tied = new Set<number>();
  const isListed = (other: number) => kinds[names[other] as keyof typeof kinds].storage === 'list';
  if (isListed(row)) return tied;
  for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
    const near = neighbours[at] as number;
    if (!isListed(near)) tied.add(near);
    else {
      for (let next = offsets[near] as number; next < (offsets[near + 1] as number); next++) {
        tied.add(neighbours[next] as number);
      }
    }
  }
  return tied;
}

/** The same words, by the numbers that `words` has for them. */
function inVocabularyOf({ vocabulary }: PageWords, words: PageWords): PageWords {
  if (words.vocabulary === vocabulary) return words;
  const { forms, stems, wordOf } = words.vocabulary;
  const formOf = forms.map((form, number) => vocabulary.addForm(form, stems[wordOf[number] as number] as string));
  const renumbered = words.forms.map((form) => formOf[form] as number);
  return {
    ...words,
    vocabulary,
    forms: renumbered,
    words: renumbered.map((form) => vocabulary.wordOf[form] as number),
  };
}
