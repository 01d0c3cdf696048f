import { compactGraph } from '../graph/compact-graph.ts';
import { pageWords } from '../graph/measures/page-words.ts';
import { type RelatedMeasure, relatedMeasure } from '../graph/measures/related.ts';
import { withSpokenTopics } from '../graph/measures/spoken-topics.ts';
import { type KindName, kinds } from '../kinds/index.ts';
import type { ViewContext } from './view-context.ts';

/** Made at the first question, once a context. */
const known = new WeakMap<ViewContext, ReturnType<typeof makeMeasure>>();

export function relatedMeasureOf(context: ViewContext): ReturnType<typeof makeMeasure> {
  let made = known.get(context);
  if (!made) {
    made = makeMeasure(context);
    known.set(context, made);
  }
  return made;
}

function makeMeasure(context: ViewContext) {
  const graph = withSpokenTopics(compactGraph(context.wiki.graph));
  const measure: RelatedMeasure = relatedMeasure(
    graph,
    pageWords(context.wiki.graph.nodes),
    relatedGroups(graph.kinds),
  );
  return { graph, measure, rowOf: new Map(graph.ids.map((id, row) => [id, row])) };
}

/** Which pages are suggested to each other: topics among topics, the others among their own kind. */
export function relatedGroups(rows: readonly KindName[]): string[] {
  return rows.map((kind) => (kinds[kind].isTopic ? 'topic' : kind));
}
