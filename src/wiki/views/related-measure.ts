import { changedRankings } from '../graph/measures/changed-rankings.ts';
import { type KeptRankings, keepRankings, type RankedPages } from '../graph/measures/kept-rankings.ts';
import { pageWords } from '../graph/measures/page-words.ts';
import { type AskedRankings, relatedMeasure } from '../graph/measures/related.ts';
import { withSpokenTopics } from '../graph/measures/spoken-topics.ts';
import { type KindName, kinds } from '../kinds/index.ts';
import { onceAside } from './once.ts';
import { packedGraphOf } from './packed-graph.ts';
import type { ViewContext } from './view-context.ts';

/** It is made of everything: whoever asks it for what is close to a page notes that page's `rank`. */
export const relatedMeasureOf = onceAside((context) => {
  const { graph: written, words, groups } = rankedPagesOf(context);
  const graph = withSpokenTopics(written);
  return {
    graph,
    groups,
    measure: relatedMeasure(graph, words, groups),
    rowOf: new Map(graph.ids.map((id, row) => [id, row])),
  };
});

/** Words of pages that say what they said are taken from what was kept, where the context has it. */
const rankedPagesOf = onceAside((context): RankedPages => {
  const graph = packedGraphOf(context);
  return {
    graph,
    words: pageWords(context.wiki.graph.nodes, context.rankings?.words, context.isAsKept),
    groups: relatedGroups(graph.kinds),
  };
});

/** Pages whose places may have moved since the context's `rankings` were kept: all of them where nothing was. */
export const movedRankingsOf = onceAside((context): ReturnType<typeof changedRankings> => {
  return context.rankings ? changedRankings(context.rankings, rankedPagesOf(context)) : 'all';
});

/** What was asked of a context so far, to be handed to `keptRankingsOf` of another thread. */
export function askedRankingsOf(context: ViewContext): AskedRankings {
  return relatedMeasureOf(context).measure.asked;
}

/** What to keep for the next build, when all pages have been asked about that will be; `others` asked in other threads, of the same content. */
export function keptRankingsOf(context: ViewContext, others: readonly AskedRankings[] = []): KeptRankings {
  const asked = [askedRankingsOf(context), ...others];
  return keepRankings(rankedPagesOf(context), asked, context.rankings, movedRankingsOf(context));
}

/** Which pages are suggested to each other: topics among topics, the others among their own kind. */
export function relatedGroups(rows: readonly KindName[]): string[] {
  return rows.map((kind) => (kinds[kind].isTopic ? 'topic' : kind));
}
