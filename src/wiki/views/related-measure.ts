import { compactGraph } from '../graph/compact-graph.ts';
import { pageWords } from '../graph/measures/page-words.ts';
import { type RelatedMeasure, relatedMeasure } from '../graph/measures/related.ts';
import { withSpokenTopics } from '../graph/measures/spoken-topics.ts';
import { type KindName, kinds } from '../kinds/index.ts';
import { onceAside } from './once.ts';

/** It is made of everything: whoever asks it for what is close to a page notes that page's `rank`. */
export const relatedMeasureOf = onceAside((context) => {
  const graph = withSpokenTopics(compactGraph(context.wiki.graph));
  const measure: RelatedMeasure = relatedMeasure(
    graph,
    pageWords(context.wiki.graph.nodes),
    relatedGroups(graph.kinds),
  );
  return { graph, measure, rowOf: new Map(graph.ids.map((id, row) => [id, row])) };
});

/** Which pages are suggested to each other: topics among topics, the others among their own kind. */
export function relatedGroups(rows: readonly KindName[]): string[] {
  return rows.map((kind) => (kinds[kind].isTopic ? 'topic' : kind));
}
