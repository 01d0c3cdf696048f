import type { CompactGraph } from '../compact-graph.ts';
import { bm25ByGroup } from './bm25-by-group.ts';
import { edgeWeights } from './edge-weights.ts';
import type { PageWords } from './page-words.ts';
import { personalisedPageRank } from './personalised-pagerank.ts';
import { rankFusion } from './rank-fusion.ts';
import { addShortWalk } from './short-walk.ts';
import { type SparseScores, sparseScores } from './sparse-scores.ts';

/** A row, and how related it is: a sum of places, at most 3/61. */
export interface Related {
  row: number;
  score: number;
}

export interface RelatedMeasure {
  /** The most related rows first, ties by row; only rows of the same group, and only those `isAllowed` admits. */
  to(row: number, limit: number, isAllowed?: (row: number) => boolean): Related[];
  /** The same among rows of all groups; what texts say counts among those of its own alone. */
  nearest(row: number, limit: number, isAllowed: (row: number) => boolean): Related[];
  /** Words two rows of one group share, as written, those that say most first. */
  sharedWords(one: number, other: number): string[];
}

/**
 * What else somebody reading a page should know. Three rankings, fused by their places (`rank-fusion.ts`), so that no
 * weights had to be tuned:
 * 1. pages that are linked to it, either way, by how often (1 + ln of the times a link is written),
 * 2. pages at most two links away, as walkers come to them (`short-walk.ts`), few of them through hubs,
 * 3. pages whose texts are alike (`bm25.ts`).
 *
 * `graph` should come from `withSpokenTopics`; `groups` names the group of each row, whose members are suggested to each
 * other. `npm run bench -- related` holds it against other measures. Building: O(links + words). A question:
 * O(links of neighbours + entries of the index), both bounded, so that n pages take O(n).
 */
export function relatedMeasure(graph: CompactGraph, words: PageWords, groups: readonly string[]): RelatedMeasure {
  // Numbers: they are compared for every row of every ranking.
  const numbers = new Map<string, number>();
  const groupOf = Uint32Array.from(groups, (group) => {
    if (!numbers.has(group)) numbers.set(group, numbers.size);
    return numbers.get(group) as number;
  });
  const texts = bm25ByGroup(words, groups);
  const addLongWalk = personalisedPageRank(graph, edgeWeights(graph));
  const addPlaces = rankFusion(graph.ids.length);
  const rankings = Array.from({ length: 4 }, () => sparseScores(graph.ids.length));
  const [links, longWalk, shortWalk, alike] = rankings as [SparseScores, SparseScores, SparseScores, SparseScores];
  const fused = sparseScores(graph.ids.length);
  let asked = -1;
  /** A page is asked about more than once, one time after the other. */
  const rank = (row: number) => {
    if (row === asked) return;
    for (const ranking of rankings) ranking.clear();
    addLinks(graph, row, links);
    addLongWalk(row, longWalk);
    addShortWalk(graph, row, shortWalk);
    texts.addAlike(row, alike);
    asked = row;
  };
  const foremostOf = (row: number, limit: number, isCandidate: (row: number) => boolean) => {
    rank(row);
    for (const ranking of rankings) addPlaces(ranking, isCandidate, fused);
    const found = foremost(fused, limit);
    fused.clear();
    return found;
  };
  return {
    to(row, limit, isAllowed) {
      const group = groupOf[row];
      return foremostOf(
        row,
        limit,
        (other) => groupOf[other] === group && other !== row && (isAllowed?.(other) ?? true),
      );
    },
    nearest: (row, limit, isAllowed) => foremostOf(row, limit, (other) => other !== row && isAllowed(other)),
    sharedWords(one, other) {
      return texts.sharedWords(one, other).map((word) => words.forms[word] as string);
    },
  };
}

/** The rows with the highest scores, ties by row. O(rows · limit) at worst; few rows ever get in. */
function foremost({ rows, scores }: SparseScores, limit: number): Related[] {
  const found: Related[] = [];
  for (const row of rows) {
    const score = scores[row] as number;
    const isAfter = (other: Related) => other.score > score || (other.score === score && other.row < row);
    const last = found.at(-1);
    if (found.length === limit && (!last || isAfter(last))) continue;
    let at = found.length;
    while (at > 0 && !isAfter(found[at - 1] as Related)) at--;
    found.splice(at, 0, { row, score });
    if (found.length > limit) found.pop();
  }
  return found;
}

function addLinks(graph: CompactGraph, row: number, scores: SparseScores): void {
  for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
    const count = graph.counts[graph.links[at] as number] as number;
    scores.add(graph.neighbours[at] as number, 1 + Math.log(count));
  }
}
