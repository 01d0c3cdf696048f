import { kindOf, type NodeId } from '../../corpus/node.ts';
import type { KindName } from '../../kinds/index.ts';
import { type RelatedPage, relatedTo } from '../related-view.ts';
import type { ViewContext } from '../view-context.ts';
import type { Editorial } from './editorial.ts';
import type { EvidenceScope } from './evidence-scope.ts';

export interface RelatedView {
  comparisons: RelatedPage[];
  concepts: RelatedPage[];
  collections: RelatedPage[];
  searches: { href: string; words: string; why: string }[];
}

const MAX_EACH = 6;
const MAX_SEARCHES = 3;
/** A topic in fewer claims is a coincidence. */
const MIN_SHARED = 2;

/** The sides of the comparison are named all over the page; they are not where to go from here. */
export function relatedPages(
  context: ViewContext,
  self: NodeId,
  scope: EvidenceScope,
  siblings: Editorial['siblings'],
): RelatedView {
  const sent = siblings.slice(0, MAX_EACH).map(({ comparison, when }) => ({
    ...comparison,
    kind: kindOf(comparison.id),
    why: when,
  }));
  const isNew = (id: NodeId) => !scope.options.includes(id) && !sent.some((page) => page.id === id);
  const ofKind = (kind: KindName, limit: number) =>
    relatedTo(context, self, limit, (id) => isNew(id) && kindOf(id) === kind);
  return {
    comparisons: [...sent, ...ofKind('comparison', MAX_EACH - sent.length)],
    concepts: ofKind('concept', MAX_EACH),
    collections: ofKind('collection', MAX_EACH),
    searches: searches(context, scope),
  };
}

function searches(context: ViewContext, scope: EvidenceScope): RelatedView['searches'] {
  const { graph } = context.wiki;
  const [option] = scope.options;
  if (!option) return [];
  return scope.judged.slice(0, MAX_SEARCHES).flatMap(({ criterion, claims }) => {
    if (claims < MIN_SHARED) return [];
    const words = `${graph.node(option).title} ${graph.node(criterion).title.toLowerCase()}`;
    const why = `${claims} claims here are judged by ${graph.node(criterion).title.toLowerCase()}; the search finds what else is said`;
    return [{ href: `${context.base}search/?q=${encodeURIComponent(words)}`, words, why }];
  });
}
