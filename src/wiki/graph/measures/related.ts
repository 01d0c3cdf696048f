import type { CompactGraph } from '../compact-graph.ts';
import { bm25ByGroup } from './bm25-by-group.ts';
import { edgeWeights } from './edge-weights.ts';
import type { PageWords } from './page-words.ts';
import { personalisedPageRank } from './personalised-pagerank.ts';
import { rankFusion } from './rank-fusion.ts';
import { addShortWalk } from './short-walk.ts';
import { SparseScores } from './sparse-scores.ts';

/** A row, and how related it is: a sum of places, at most 3/61. */
export interface Related {
  row: number;
  score: number;
}

export interface RelatedMeasure {
  /** The most related rows first, ties by row; only rows of the same group, and only those `isAllowed` admits. */
  to(row: number, limit: number, isAllowed?: (row: number) => boolean): Related[];
  /**
   * Those of `tied` that anything relates to the row, of all groups, the most related first; what texts say counts among those of its
   * own alone. `tied` must be linked to the row, or to an entry of a list that is: a claim that speaks of both.
   */
  nearest(row: number, tied: readonly number[]): Related[];
  /** Words two rows of one group share, as the first of them writes them, those that say most first. */
  sharedWords(one: number, other: number): string[];
  /** What was asked so far; it grows with every question. */
  readonly asked: AskedRankings;
}

/** What must be known of the questions to tell later which answers an edit may have changed; plain data. */
export interface AskedRankings {
  /** By row, the least likeness of a text that had a place in any answer of `to`: 0 where every place was free; NaN for rows not asked about. */
  least: Float64Array;
  /** Pairs of rows whose shared words were asked for, one after the other. */
  worded: number[];
  /**
   * By row, what stands for the two answers a page usually gives, noted by whoever gives them: what is related to it, and what is nearest,
   * each with its reasons. NaN where it does not.
   */
  related: Float64Array;
  nearest: Float64Array;
  /** 1 for rows asked about in other ways too. */
  otherwise: Uint8Array;
}

/**
 * What else somebody reading a page should know. Four rankings, fused by their places (`rank-fusion.ts`), so that no
 * weights had to be tuned:
 * 1. pages that are linked to it, either way, by how often (1 + ln of the times a link is written),
 * 2. pages that a walker who goes home now and then comes to (`personalised-pagerank.ts`),
 * 3. pages at most two links away, as walkers come to them (`short-walk.ts`), few of them through hubs,
 * 4. pages whose texts are alike (`bm25.ts`).
 *
 * `graph` should come from `withSpokenTopics`; `groups` names the group of each row, whose members are suggested to each
 * other. `npm run bench -- related` holds it against other measures. Building: O(links + words). A question:
 * O(links of neighbours + entries of the index), both bounded, so that n pages take O(n). Answers depend on rows by their order alone,
 * on links as far as walks go, and on texts as `kept-rankings.ts` says.
 */
export function relatedMeasure(graph: CompactGraph, words: PageWords, groups: readonly string[]): RelatedMeasure {
  const size = graph.ids.length;
  // Numbers: they are compared for every row of every ranking.
  const numbers = new Map<string, number>();
  const groupOf = Uint32Array.from(groups, (group) => {
    if (!numbers.has(group)) numbers.set(group, numbers.size);
    return numbers.get(group) as number;
  });
  const texts = bm25ByGroup(words, groups);
  const addLongWalk = personalisedPageRank(graph, edgeWeights(graph));
  const addPlaces = rankFusion(size);
  const rankings = Array.from({ length: 4 }, () => new SparseScores(size));
  const [links, longWalk, shortWalk, alike] = rankings as [SparseScores, SparseScores, SparseScores, SparseScores];
  const fused = new SparseScores(size);
  const nothing = () => new Float64Array(size).fill(Number.NaN);
  const asked: AskedRankings = {
    least: nothing(),
    worded: [],
    related: nothing(),
    nearest: nothing(),
    otherwise: new Uint8Array(size),
  };
  let ranked = -1;
  /** A page is asked about more than once, one time after the other. */
  const rank = (row: number) => {
    if (row === ranked) return;
    for (const ranking of rankings) ranking.clear();
    addLinks(graph, row, links);
    addLongWalk(row, longWalk);
    addShortWalk(graph, row, shortWalk);
    texts.addAlike(row, alike);
    ranked = row;
  };
  const fuse = (limit: number, isOpen: Uint8Array) => {
    let least = 0;
    // The last of them is that of texts.
    for (const ranking of rankings) least = addPlaces(ranking, isOpen, fused);
    const found = foremost(fused, limit);
    fused.clear();
    return { found, least };
  };
  /** By group, 1 for the rows in it; made when somebody of the group is asked about. */
  const members: Uint8Array[] = [];
  const membersOf = (group: number) => {
    const known = members[group];
    if (known) return known;
    const made = new Uint8Array(size);
    for (let row = 0; row < size; row++) made[row] = Number(groupOf[row] === group);
    members[group] = made;
    return made;
  };
  const isTied = new Uint8Array(size);
  return {
    to(row, limit, isAllowed) {
      rank(row);
      const ofGroup = membersOf(groupOf[row] as number);
      const isOpen = isAllowed ? ofGroup.map((is, other) => Number(is === 1 && isAllowed(other))) : ofGroup;
      isOpen[row] = 0;
      const { found, least } = fuse(limit, isOpen);
      ofGroup[row] = 1;
      const before = asked.least[row] as number;
      asked.least[row] = Number.isNaN(before) ? least : Math.min(before, least);
      return found;
    },
    nearest(row, tied) {
      rank(row);
      for (const other of tied) isTied[other] = 1;
      isTied[row] = 0;
      const { found } = fuse(tied.length, isTied);
      for (const other of tied) isTied[other] = 0;
      return found;
    },
    sharedWords(one, other) {
      asked.worded.push(one, other);
      return texts.sharedWords(one, other);
    },
    asked,
  };
}

/** The rows with the highest scores, ties by row. O(rows · limit) at worst; few rows ever get in. */
function foremost({ rows, count, scores }: SparseScores, limit: number): Related[] {
  const found: Related[] = [];
  /** What the last of them has, once there is no place left. */
  let least = limit > 0 ? 0 : Number.POSITIVE_INFINITY;
  for (let place = 0; place < count; place++) {
    const row = rows[place] as number;
    const score = scores[row] as number;
    if (score < least) continue;
    let at = found.length;
    while (at > 0 && isBehind(found[at - 1] as Related, row, score)) at--;
    if (at === limit) continue;
    found.splice(at, 0, { row, score });
    if (found.length > limit) found.pop();
    if (found.length === limit) least = (found[limit - 1] as Related).score;
  }
  return found;
}

function isBehind(one: Related, row: number, score: number): boolean {
  return one.score < score || (one.score === score && one.row > row);
}

function addLinks(graph: CompactGraph, row: number, scores: SparseScores): void {
  for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
    const count = graph.counts[graph.links[at] as number] as number;
    scores.add(graph.neighbours[at] as number, 1 + Math.log(count));
  }
}
