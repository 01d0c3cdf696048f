import type { NodeId } from '../corpus/node.ts';
import { type Reason, reasonsFrom } from '../graph/measures/related-reasons.ts';
import { pluralPhrase } from '../kinds/edge-words.ts';
import type { KindName } from '../kinds/index.ts';
import { EDGES } from '../kinds/names.ts';
import { fingerprintNumber } from '../text/fingerprint.ts';
import { count, listOf, truncate } from '../text/plain.ts';
import { type Named, named } from './claim-line.ts';
import { relatedMeasureOf } from './related-measure.ts';
import type { ViewContext } from './view-context.ts';

/** A page to go on with, and why, in words. */
export interface RelatedPage extends Named {
  kind: KindName;
  why: string;
}

/** So many are read; more are a list nobody chose. */
export const MAX_RELATED = 6;
/** Reasons a page is given; the first is the strongest. */
const MAX_REASONS = 2;
/** A reason that weighs less beside the strongest is not one. */
const MIN_SHARE = 1 / 10;
/** Pages or words named in one reason. */
const MAX_NAMED = 2;
/** Shorter words say nothing when they stand alone. */
const MIN_WORD = 3;
/** A title in the middle of a sentence. */
const MAX_TITLE = 50;

/** What else a reader of the page should know, and why: the most related first. Pages of kinds that keep to themselves go among their own. */
export function relatedTo(
  context: ViewContext,
  id: NodeId,
  limit = MAX_RELATED,
  isAllowed?: (id: NodeId) => boolean,
): RelatedPage[] {
  context.notes?.rank(id);
  const { graph, measure, rowOf } = relatedMeasureOf(context);
  const row = rowOf.get(id) as number;
  const reasonsWith = reasonsFrom(graph, row);
  const found = measure
    .to(row, limit, isAllowed && ((other) => isAllowed(graph.ids[other] as NodeId)))
    .map(({ row: other }) => ({
      ...named(context, graph.ids[other] as NodeId),
      kind: graph.kinds[other] as KindName,
      why: whyRelated(context, row, other, reasonsWith(other)),
    }));
  if (isAllowed || limit !== MAX_RELATED) measure.asked.otherwise[row] = 1;
  else measure.asked.related[row] = fingerprintNumber(found.map((page) => `${page.id} ${page.why}`).join('\n'));
  return found;
}

function whyRelated(context: ViewContext, row: number, other: number, reasons: readonly Reason[]): string {
  const { measure } = relatedMeasureOf(context);
  const strongest = reasons[0]?.weight ?? 0;
  const said: string[] = [];
  const sorts = new Set<string>();
  for (const reason of reasons) {
    if (said.length === MAX_REASONS || reason.weight < strongest * MIN_SHARE) break;
    // Links both ways, or of several types, say one thing.
    if (reason.sort === 'link' && sorts.has('link')) continue;
    sorts.add(reason.sort);
    said.push(reasonWords(context, reason));
  }
  if (said.length > 0) return said.join('; ');
  const shared = measure.sharedWords(row, other).filter((word) => word.length >= MIN_WORD);
  const words = shared.slice(0, MAX_NAMED + 1);
  if (words.length === 0) return 'a few links away';
  return `both texts speak of ${listOf(words.map((word) => `“${word}”`))}`;
}

function reasonWords(context: ViewContext, reason: Reason): string {
  switch (reason.sort) {
    case 'link':
      if (reason.type === 'related') return 'an editor names them together';
      return reason.isForward ? `this page ${EDGES[reason.type]} it` : `it ${EDGES[reason.type]} this page`;
    case 'claims': {
      if (reason.claims === 1) return 'a claim speaks of both';
      return `${reason.claims} claims by ${count(reason.guests, 'guest')} speak of both`;
    }
    case 'between':
      return `both meet in ${titles(context, reason.middles)}`;
    case 'middles': {
      const phrase = reason.type === 'spoken' ? 'speaks about' : EDGES[reason.type];
      const plural = pluralPhrase(phrase);
      if (reason.isForward) return `both ${plural} ${titles(context, reason.middles)}`;
      return `${titles(context, reason.middles)} ${reason.middles.length > 1 ? plural : phrase} both`;
    }
  }
}

/** The two that say most, and how many more. */
function titles(context: ViewContext, rows: readonly number[]): string {
  const { graph } = relatedMeasureOf(context);
  const names = rows
    .slice(0, MAX_NAMED)
    .map((row) => truncate(context.wiki.graph.node(graph.ids[row] as NodeId).title, MAX_TITLE));
  const rest = rows.length - names.length;
  return listOf(rest > 0 ? [...names, `${rest} more`] : names);
}
