import type { AnyNode } from '../corpus/node.ts';
import { type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { type PageView, pageView } from './page-view.ts';
import { type BalanceView, balanceView } from './stances.ts';
import type { ViewContext } from './view-context.ts';

export interface PositionView extends PageView {
  about: Named[];
  balance: BalanceView;
  evidence: Evidence;
}

export function positionView(context: ViewContext, node: Extract<AnyNode, { kind: 'position' }>): PositionView {
  const balance = balanceView(context, node.id);
  const lines = [...balance.supports, ...balance.qualifies, ...balance.opposes].map((line) => line.claim);
  return {
    ...pageView(context, node, {
      shown: ['takes'],
      sections: lines.length > 0 ? [{ title: 'Who stands where', anchor: 's-stances' }] : [],
    }),
    about: context.wiki.graph.out(node.id, 'about').map((edge) => named(context, edge.target)),
    balance,
    evidence: evidenceOf(lines),
  };
}
