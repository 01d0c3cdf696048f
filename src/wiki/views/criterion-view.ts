import type { AnyNode } from '../corpus/node.ts';
import { compareTitles } from '../text/order.ts';
import { claimLines, type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { type ClaimGroup, claimsByType } from './claims-by-type.ts';
import { type PageView, pageView } from './page-view.ts';
import type { ViewContext } from './view-context.ts';

export interface CriterionView extends PageView {
  question?: string;
  evidence: Evidence;
  claims: ClaimGroup[];
  comparisons: Named[];
}

export function criterionView(context: ViewContext, node: Extract<AnyNode, { kind: 'criterion' }>): CriterionView {
  const { graph } = context.wiki;
  const lines = claimLines(
    context,
    graph.in(node.id, 'judgedBy').map((edge) => edge.source),
  );
  const comparisons = [...new Set(graph.in(node.id, 'weighs').map((edge) => edge.source))];
  return {
    ...pageView(context, node, {
      shown: ['judgedBy', 'weighs'],
      sections: [
        ...(comparisons.length > 0 ? [{ title: 'Weighed in', anchor: 's-compared' }] : []),
        ...(lines.length > 0 ? [{ title: 'On record', anchor: 's-claims' }] : []),
      ],
    }),
    question: node.data.question,
    evidence: evidenceOf(lines),
    claims: claimsByType(lines),
    comparisons: comparisons.map((id) => named(context, id)).sort((a, b) => compareTitles(a.title, b.title)),
  };
}
