import type { AnyNode } from '../corpus/node.ts';
import { compareTitles } from '../text/order.ts';
import { claimLines, type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { type ClaimGroup, claimsByType } from './claims-by-type.ts';
import { type AccordView, accordsOf } from './comparison/accords.ts';
import { positionsOn } from './comparison/evidence-scope.ts';
import { type PageView, pageView } from './page-view.ts';
import { type BalanceView, balanceView } from './stances.ts';
import type { ViewContext } from './view-context.ts';

export interface ConceptView extends PageView {
  evidence: Evidence;
  claims: ClaimGroup[];
  broader: Named[];
  narrower: Named[];
  related: Named[];
  comparisons: (Named & { axis?: string })[];
  /** Positions with more than one guest on record. */
  accords: AccordView[];
  /** The other positions about it. */
  positions: BalanceView[];
}

const SHOWN = ['about', 'speaksFor', 'broader', 'related', 'compares'] as const;

export function conceptView(context: ViewContext, node: Extract<AnyNode, { kind: 'concept' }>): ConceptView {
  const { graph } = context.wiki;
  const about = graph.in(node.id, 'about', 'speaksFor').map((edge) => edge.source);
  const lines = claimLines(
    context,
    about.filter((id) => graph.node(id).kind === 'claim'),
  );
  const names = (ids: Iterable<AnyNode['id']>) =>
    [...new Set(ids)].map((id) => named(context, id)).sort((left, right) => compareTitles(left.title, right.title));
  const comparisons = [...new Set(graph.in(node.id, 'compares').map((edge) => edge.source))]
    .map((id) => graph.node(id))
    .filter(
      (other) =>
        other.kind === 'comparison' &&
        graph.out(other.id, 'compares').some((edge) => edge.target === node.id && edge.field.startsWith('options.')),
    )
    .map((other) => ({ ...named(context, other.id), axis: other.kind === 'comparison' ? other.data.axis : undefined }));
  const accords = accordsOf(context, positionsOn(context, [node.id])).filter((accord) => accord.voices.length > 1);
  const shared = new Set(accords.map((accord) => accord.id));
  const positions = about
    .filter((id) => graph.node(id).kind === 'position' && !shared.has(id))
    .map((id) => balanceView(context, id));
  const family = new Set([
    ...graph.out(node.id, 'broader').map((edge) => edge.target),
    ...graph.in(node.id, 'broader').map((edge) => edge.source),
  ]);
  const page = pageView(context, node, {
    shown: SHOWN,
    sections: [
      ...(lines.length > 0 ? [{ title: 'On record', anchor: 's-claims' }] : []),
      ...(accords.length > 0 ? [{ title: 'Agreed and disputed', anchor: 's-accords' }] : []),
      ...(positions.length > 0 ? [{ title: 'Positions', anchor: 's-positions' }] : []),
      ...(comparisons.length > 0 ? [{ title: 'Compared', anchor: 's-compared' }] : []),
    ],
  });
  return {
    ...page,
    evidence: evidenceOf(lines),
    claims: claimsByType(lines),
    broader: names(graph.out(node.id, 'broader').map((edge) => edge.target)),
    narrower: names(graph.in(node.id, 'broader').map((edge) => edge.source)),
    // What is part of the other has been said above.
    related: names(
      [
        ...graph.out(node.id, 'related').map((edge) => edge.target),
        ...graph.in(node.id, 'related').map((edge) => edge.source),
      ].filter((id) => !family.has(id)),
    ),
    comparisons: comparisons.sort((left, right) => compareTitles(left.title, right.title)),
    accords,
    positions,
  };
}
