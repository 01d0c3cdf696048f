import type { NodeId } from '../../corpus/node.ts';
import { optionsOf } from '../../graph/option-orders.ts';
import type { KindName } from '../../kinds/index.ts';
import { compareText } from '../../text/order.ts';
import { count, listOf } from '../../text/plain.ts';
import { type Named, named } from '../claim-line.ts';
import type { ViewContext } from '../view-context.ts';
import type { Editorial } from './editorial.ts';
import type { EvidenceScope } from './evidence-scope.ts';

/** Where to go from here, and why, in words. */
export interface RelatedPage extends Named {
  kind: KindName;
  why: string;
}

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

export function relatedPages(
  context: ViewContext,
  self: NodeId,
  scope: EvidenceScope,
  siblings: Editorial['siblings'],
): RelatedView {
  const { graph } = context.wiki;
  const ids = scope.lines.map((line) => line.id);
  const tally = (targets: readonly NodeId[]) => {
    const counts = new Map<NodeId, number>();
    for (const id of targets) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts].sort((left, right) => right[1] - left[1] || compareText(left[0], right[0]));
  };
  const concepts = tally(ids.flatMap((id) => graph.out(id, 'about').map((edge) => edge.target)))
    .filter(([id, claims]) => !scope.options.includes(id) && claims >= MIN_SHARED)
    .slice(0, MAX_EACH)
    .map(([id, claims]) => page(context, id, 'concept', `${claims} of these ${ids.length} claims are about it too`));
  const collections = tally(ids.flatMap((id) => graph.in(id, 'holds').map((edge) => edge.source)))
    .slice(0, MAX_EACH)
    .map(([id, claims]) => page(context, id, 'collection', `plays ${claims === 1 ? 'one' : claims} of these claims`));
  return {
    comparisons: nextComparisons(context, self, scope, siblings),
    concepts,
    collections,
    searches: searches(context, scope),
  };
}

function nextComparisons(
  context: ViewContext,
  self: NodeId,
  scope: EvidenceScope,
  siblings: Editorial['siblings'],
): RelatedPage[] {
  const { graph } = context.wiki;
  const said = new Map(siblings.map((sibling) => [sibling.comparison.id, sibling.when]));
  const cited = new Set(scope.lines.map((line) => line.id));
  return graph
    .ofKind('comparison')
    .filter((other) => other.id !== self)
    .map((other) => {
      const options = optionsOf(graph, other.id);
      const shared = options.filter((option) => scope.options.includes(option));
      const claims = new Set(
        graph
          .out(other.id, 'cites')
          .map((edge) => edge.target)
          .filter((id) => cited.has(id)),
      ).size;
      return { id: other.id, shared, claims };
    })
    .filter((one) => said.has(one.id) || one.shared.length > 0 || one.claims >= MIN_SHARED)
    .sort(
      (left, right) =>
        Number(said.has(right.id)) - Number(said.has(left.id)) ||
        right.shared.length - left.shared.length ||
        right.claims - left.claims ||
        compareText(left.id, right.id),
    )
    .slice(0, MAX_EACH)
    .map((one) => {
      const why = [
        ...(one.shared.length > 0 ? [`weighs ${listOf(one.shared.map((id) => graph.node(id).title))} as well`] : []),
        ...(one.claims > 0 ? [`shares ${count(one.claims, 'claim')}`] : []),
      ];
      return page(context, one.id, 'comparison', said.get(one.id) ?? listOf(why));
    });
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

function page(context: ViewContext, id: NodeId, kind: KindName, why: string): RelatedPage {
  return { ...named(context, id), kind, why };
}
