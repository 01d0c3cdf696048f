import type { NodeId } from '../corpus/node.ts';
import { STANCES, type Stance } from '../kinds/claim.ts';
import { byEvidence, type ClaimLine, claimLine, type Named, named, type StanceLine } from './claim-line.ts';
import { defineShapeTable } from './tables.ts';
import type { ViewContext } from './view-context.ts';

/** Who takes a stance, and where that is said, but not in which words. */
export interface StanceTold {
  claim: Pick<ClaimLine, 'id' | 'href' | 'time' | 'guest' | 'episode' | 'year'>;
}

/** A position and who stands where; a guest counts once a side. */
export interface BalanceView extends Named {
  supports: StanceTold[];
  qualifies: StanceTold[];
  opposes: StanceTold[];
  /** Guests on each side, by name once. */
  guests: Record<Stance, number>;
  /** Whether different guests stand on different sides, or one of them only with reservations. */
  contested: boolean;
}

/** Stances on a position, from the claims that take it. */
export function balanceView(context: ViewContext, position: NodeId): BalanceView {
  return balances(context, position) as BalanceView;
}

const balances = defineShapeTable(
  'balances',
  (context) => new Map(context.wiki.graph.ofKind('position').map(({ id }) => [id, balanceOf(context, id)])),
);

function balanceOf(context: ViewContext, position: NodeId): BalanceView {
  const lines = context.wiki.graph.in(position, 'takes').flatMap((edge): StanceLine[] => {
    const claim = claimLine(context, edge.source);
    return claim ? [{ stance: edge.label as Stance, claim }] : [];
  });
  lines.sort((left, right) => byEvidence(left.claim, right.claim));
  const side = (stance: Stance) => lines.filter((line) => line.stance === stance);
  const guestsOn = (stance: Stance) => new Set(side(stance).map((line) => line.claim.guest.id));
  const [supporters, qualifiers, opponents] = [guestsOn('supports'), guestsOn('qualifies'), guestsOn('opposes')];
  const told = (stance: Stance) =>
    side(stance).map(
      ({ claim: { id, href, time, guest, episode, year } }): StanceTold => ({
        claim: { id, href, time, guest, episode, year },
      }),
    );
  const everyone = new Set([...supporters, ...qualifiers, ...opponents]);
  return {
    ...named(context, position),
    supports: told('supports'),
    qualifies: told('qualifies'),
    opposes: told('opposes'),
    guests: { supports: supporters.size, qualifies: qualifiers.size, opposes: opponents.size },
    contested: everyone.size > 1 && (opponents.size > 0 ? supporters.size + qualifiers.size > 0 : qualifiers.size > 0),
  };
}

export interface GuestStance extends StanceLine {
  position: Named;
}

/** Where a guest stands, by position. */
export function stancesOf(context: ViewContext, claims: readonly NodeId[]): GuestStance[] {
  const stances = claims.flatMap((id) =>
    context.wiki.graph.out(id, 'takes').flatMap((edge): GuestStance[] => {
      const claim = claimLine(context, id);
      return claim ? [{ stance: edge.label as Stance, claim, position: named(context, edge.target) }] : [];
    }),
  );
  return stances.sort(
    (left, right) =>
      STANCES.indexOf(left.stance) - STANCES.indexOf(right.stance) ||
      (left.position.title < right.position.title ? -1 : left.position.title > right.position.title ? 1 : 0) ||
      byEvidence(left.claim, right.claim),
  );
}
