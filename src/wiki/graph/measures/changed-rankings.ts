import type { NodeId } from '../../corpus/node.ts';
import { rowsByGroup } from './bm25-by-group.ts';
import { changedTexts } from './changed-texts.ts';
import type { KeptRankings, RankedPages } from './kept-rankings.ts';

/**
 * Pages whose rankings may be others than they were: what is related to them, how much and why, what is nearest, and which words they
 * share with whom. A page that is not named has the very answers that a measure made anew would give; not every page that is named has
 * others. When links changed, that is everybody.
 *
 * Links being what they were, a text whose words or length changed moves the places of a page P in two ways only. A word of P has become
 * rarer or more common by a step, or their number or mean length has (`text-statistics.ts`). Or the likeness of the text to P has changed, and
 * counts: it reached the last place of P that counts (`MAX_PLACE`) before, or it does now, or the text is of a page that P is tied to and thus
 * ranked with in any case, or the words it shares with P are shown. O(links + words of all pages + changed texts · words of their groups).
 */
export function changedRankings(before: KeptRankings, now: RankedPages): ReadonlySet<NodeId> | 'all' {
  if (!isSameGraph(before, now)) return 'all';
  const changed = new Set<NodeId>();
  const { ids, prints } = now.words;
  const edited = new Set<number>();
  for (const [row, print] of prints.entries()) if (print !== before.words.prints[row]) edited.add(row);
  if (edited.size === 0) return changed;
  for (const rows of rowsByGroup(now.groups).values()) {
    for (const row of changedTexts(before, now, rows, edited)) changed.add(ids[row] as NodeId);
  }
  return changed;
}

/** The same pages in the same groups, and the same links: rows stand for what they stood for. */
function isSameGraph({ links, words, groups }: KeptRankings, now: RankedPages): boolean {
  const { sources, targets, types, counts } = now.graph;
  return (
    isSame(words.ids, now.words.ids) &&
    isSame(groups, now.groups) &&
    isSame(links.sources, sources) &&
    isSame(links.targets, targets) &&
    isSame(links.types, types) &&
    isSame(links.counts, counts)
  );
}

function isSame<T>(left: ArrayLike<T>, right: ArrayLike<T>): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return true;
}
