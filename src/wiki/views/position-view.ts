import type { AnyNode } from '../corpus/node.ts';
import { STANCES, type Stance } from '../kinds/claim.ts';
import { type ClaimLine, claimLine, type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { type PageView, pageView } from './page-view.ts';
import { type BalanceView, balanceView } from './stances.ts';
import type { ViewContext } from './view-context.ts';

export interface PositionView extends PageView {
  about: Named[];
  balance: BalanceView;
  /** What is said on each side, word for word. */
  lines: Record<Stance, ClaimLine[]>;
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
    lines: Object.fromEntries(
      STANCES.map((stance) => [stance, balance[stance].flatMap(({ claim }) => claimLine(context, claim.id) ?? [])]),
    ) as Record<Stance, ClaimLine[]>,
    evidence: evidenceOf(lines),
  };
}
