import type { CompactGraph } from '../compact-graph.ts';
import { textIndex } from './bm25.ts';
import { edgeWeights } from './edge-weights.ts';
import type { PageWords } from './page-words.ts';
import { personalisedPageRank } from './personalised-pagerank.ts';
import { addPlaces } from './rank-fusion.ts';
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
  const size = graph.ids.length;
  const members = new Map<string, number[]>();
  const placeInGroup = new Uint32Array(size);
  // Numbers: they are compared for every row of every ranking.
  const groupOf = new Uint32Array(size);
  const numbers = new Map<string, number>();
  for (const [row, group] of groups.entries()) {
    const rows = members.get(group) ?? [];
    members.set(group, rows);
    if (!numbers.has(group)) numbers.set(group, numbers.size);
    groupOf[row] = numbers.get(group) as number;
    placeInGroup[row] = rows.push(row) - 1;
  }
  const indexes = new Map(
    [...members].map(([group, rows]) => [
      group,
      textIndex(
        rows.map((row) => words.texts[row] as Uint32Array),
        words.forms.length,
        rows,
      ),
    ]),
  );
  const indexOf = (row: number) => indexes.get(groups[row] as string);
  const addLongWalk = personalisedPageRank(graph, edgeWeights(graph));
  const ranking = sparseScores(size);
  const fused = sparseScores(size);
  return {
    to(row, limit, isAllowed) {
      const group = groupOf[row];
      const isCandidate = (other: number) => groupOf[other] === group && other !== row && (isAllowed?.(other) ?? true);
      const rankings: ((scores: SparseScores) => void)[] = [
        (scores) => addLinks(graph, row, scores),
        (scores) => addLongWalk(row, scores),
        (scores) => addShortWalk(graph, row, scores),
        (scores) => indexOf(row)?.addAlike(placeInGroup[row] as number, scores),
      ];
      for (const fill of rankings) {
        fill(ranking);
        addPlaces(ranking, isCandidate, fused);
        ranking.clear();
      }
      const found = fused.rows
        .map((other) => ({ row: other, score: fused.scores[other] as number }))
        .sort((left, right) => right.score - left.score || left.row - right.row)
        .slice(0, limit);
      fused.clear();
      return found;
    },
    sharedWords(one, other) {
      const shared = indexOf(one)?.sharedWords(placeInGroup[one] as number, placeInGroup[other] as number) ?? [];
      return shared.map((word) => words.forms[word] as string);
    },
  };
}

function addLinks(graph: CompactGraph, row: number, scores: SparseScores): void {
  for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
    const count = graph.counts[graph.links[at] as number] as number;
    scores.add(graph.neighbours[at] as number, 1 + Math.log(count));
  }
}
