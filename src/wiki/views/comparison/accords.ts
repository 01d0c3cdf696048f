import type { NodeId } from '../../corpus/node.ts';
import { type Accord, agreementOf } from '../../graph/agreement.ts';
import { STANCES, type Stance } from '../../kinds/claim.ts';
import { compareText, firstDifference, groupBy } from '../../text/order.ts';
import { byEvidence, type ClaimLine, claimLine, type Named, named } from '../claim-line.ts';
import type { ViewContext } from '../view-context.ts';

/** One guest's stance on a position, with every claim behind it. */
export interface Voice {
  guest: Named & { short: string };
  stance: Stance;
  claims: { stance: Stance; line: ClaimLine }[];
}

/** A position and whether guests agree on it. */
export interface AccordView extends Named {
  slug: string;
  accord: Accord;
  voices: Voice[];
}

/** Disputes first: they are what a reader must decide. */
const ORDER: Accord[] = ['disputed', 'conditional', 'agreed', 'qualified', 'opposed', 'alone', 'silent'];

/** Superseded claims are history: they take no side any more. */
export function accordOf(context: ViewContext, position: NodeId): AccordView {
  const claims = context.wiki.graph.in(position, 'takes').flatMap((edge) => {
    const line = claimLine(context, edge.source);
    return line && line.status !== 'superseded' ? [{ stance: edge.label as Stance, line }] : [];
  });
  claims.sort((left, right) => byEvidence(left.line, right.line));
  const { accord, stances } = agreementOf(
    claims.map(({ stance, line }) => ({ id: line.id, guest: line.guest.id, stance, conditions: line.conditions })),
  );
  const byGuest = groupBy(claims, (claim) => claim.line.guest.id);
  const voices = stances.flatMap(({ guest, stance }): Voice[] => {
    const all = byGuest.get(guest as NodeId) ?? [];
    const [first] = all;
    return first ? [{ guest: first.line.guest, stance, claims: all }] : [];
  });
  voices.sort((left, right) =>
    firstDifference(
      STANCES.indexOf(left.stance) - STANCES.indexOf(right.stance),
      compareText(left.guest.title, right.guest.title),
      compareText(left.guest.id, right.guest.id),
    ),
  );
  return { ...named(context, position), slug: context.wiki.graph.node(position).slug, accord, voices };
}

/** Positions with somebody on record, disputes first, then by how many guests take part. */
export function accordsOf(context: ViewContext, positions: Iterable<NodeId>): AccordView[] {
  return [...positions]
    .map((position) => accordOf(context, position))
    .filter((one) => one.accord !== 'silent')
    .sort((left, right) =>
      firstDifference(
        ORDER.indexOf(left.accord) - ORDER.indexOf(right.accord),
        right.voices.length - left.voices.length,
        compareText(left.title, right.title),
        compareText(left.id, right.id),
      ),
    );
}

/** Guest × position: who supports, qualifies, opposes, and who is silent. */
export interface StanceTable {
  positions: (Named & { slug: string })[];
  rows: { guest: Named & { short: string }; stances: ({ stance: Stance; href: string } | undefined)[] }[];
}

/** Rows: guests who take at least one of the positions, the most outspoken first. */
export function stanceTable(accords: readonly AccordView[]): StanceTable {
  const guests = new Map(accords.flatMap((accord) => accord.voices.map((voice) => [voice.guest.id, voice.guest])));
  const rows = [...guests.values()].map((guest) => ({
    guest,
    stances: accords.map((accord) => {
      const voice = accord.voices.find((one) => one.guest.id === guest.id);
      const [claim] = voice?.claims ?? [];
      return voice && claim && { stance: voice.stance, href: claim.line.href };
    }),
  }));
  const spoken = (row: (typeof rows)[number]) => row.stances.filter(Boolean).length;
  return {
    positions: accords.map(({ id, slug, title, href }) => ({ id, slug, title, href })),
    rows: rows.sort(
      (left, right) =>
        firstDifference(spoken(right) - spoken(left), compareText(left.guest.title, right.guest.title)) ||
        compareText(left.guest.id, right.guest.id),
    ),
  };
}
