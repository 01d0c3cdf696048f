import type { NodeId } from '../../corpus/node.ts';
import { type PairStance, pairStance } from '../../graph/pair-stance.ts';
import type { Stance } from '../../kinds/claim.ts';
import { compareText, firstDifference } from '../../text/order.ts';
import { type Evidence, evidenceOf, type Named, named } from '../claim-line.ts';
import { onceAside, onceOfShape } from '../once.ts';
import { defineShapeTable } from '../tables.ts';
import type { ViewContext } from '../view-context.ts';
import { type AccordView, accordOf } from './accords.ts';
import { evidenceScope } from './evidence-scope.ts';
import { type GuestBlock, guestBlocks } from './guests.ts';

/** Two guests who took the same positions. */
export interface GuestPair {
  /** By name. */
  guests: [NodeId, NodeId];
  /** `ada-vs-bob`. */
  slug: string;
  path: string;
  positions: { position: NodeId; stance: PairStance }[];
}

/** Positions that two guests must both have taken for a page of their own. */
export const MIN_SHARED_POSITIONS = 2;
/** Pages of this sort at most, those with most in common first: an archive of a thousand guests has half a million pairs. */
export const MAX_GUEST_PAIRS = 300;

/** Those with a page of their own. */
export function guestPairs(context: ViewContext): readonly GuestPair[] {
  return pages(context, 'all') ?? [];
}

const pages = defineShapeTable('guest-pairs', (context) => new Map([['all', pairsWithPage(context)]]));

const pairsWithPage = onceOfShape('guest-pairs', (context) => {
  const enough = allPairs(context).filter((pair) => pair.positions.length >= MIN_SHARED_POSITIONS);
  return enough.slice(0, MAX_GUEST_PAIRS);
});

/** By guest: the pairs the guest is in, and which of them have a page. */
const pairsOfGuest = defineShapeTable('pairs-of-guest', (context) => {
  const withPage = new Set(guestPairs(context).map(({ slug }) => slug));
  const table = new Map<string, { pair: GuestPair; hasPage: boolean }[]>();
  for (const pair of allPairs(context)) {
    for (const guest of pair.guests) {
      const own = table.get(guest) ?? [];
      own.push({ pair, hasPage: withPage.has(pair.slug) });
      table.set(guest, own);
    }
  }
  return table;
});

/** Every two guests who both took a stance somewhere, those with most positions in common first. */
const allPairs = onceAside((context): GuestPair[] => {
  const { graph } = context.wiki;
  const found = new Map<string, GuestPair>();
  for (const position of graph.ofKind('position')) {
    const taken = graph.in(position.id, 'takes').flatMap((edge) => {
      const claim = graph.node(edge.source);
      const guest = graph.out(edge.source, 'by')[0]?.target;
      if (claim.kind !== 'claim' || !guest || claim.data.status === 'superseded') return [];
      return [{ id: claim.id, guest, stance: edge.label as Stance, conditions: claim.data.conditions ?? [] }];
    });
    const guests = [...new Set(taken.map((one) => one.guest))].sort(compareText);
    for (const [index, one] of guests.entries()) {
      for (const other of guests.slice(index + 1)) {
        const stance = pairStance(taken, one, other);
        if (!stance) continue;
        const slug = `${graph.node(one).slug}-vs-${graph.node(other).slug}`;
        const pair = found.get(slug) ?? { guests: [one, other], slug, path: `compare/guests/${slug}/`, positions: [] };
        pair.positions.push({ position: position.id, stance });
        found.set(slug, pair);
      }
    }
  }
  return [...found.values()].sort((left, right) =>
    firstDifference(right.positions.length - left.positions.length, compareText(left.slug, right.slug)),
  );
});

/** One other guest as seen from a guest's page. */
export interface Companion {
  guest: Named;
  /** The page of the two, when there is one. */
  href?: string;
  agree: Named[];
  partly: Named[];
  disagree: Named[];
  apart: Named[];
}

/** Whom a guest meets on positions, and on what; those with a disagreement first. */
export function companionsOf(context: ViewContext, guest: NodeId): Companion[] {
  return (pairsOfGuest(context, guest) ?? [])
    .map(({ pair, hasPage }): Companion => {
      const other = pair.guests[0] === guest ? pair.guests[1] : pair.guests[0];
      const on = (stance: PairStance) =>
        pair.positions.filter((one) => one.stance === stance).map((one) => named(context, one.position));
      return {
        guest: named(context, other),
        href: hasPage ? context.base + pair.path : undefined,
        agree: on('agree'),
        partly: on('partly'),
        disagree: on('disagree'),
        apart: on('apart'),
      };
    })
    .sort((left, right) =>
      firstDifference(
        right.disagree.length - left.disagree.length,
        right.agree.length - left.agree.length,
        compareText(left.guest.title, right.guest.title),
        compareText(left.guest.id, right.guest.id),
      ),
    );
}

export interface GuestPairView {
  path: string;
  title: string;
  description: string;
  guests: Named[];
  evidence: Evidence;
  groups: { stance: PairStance; accords: AccordView[] }[];
  blocks: GuestBlock[];
}

const GROUPS: PairStance[] = ['disagree', 'apart', 'partly', 'agree'];

export function guestPairView(context: ViewContext, pair: GuestPair): GuestPairView {
  const accords = new Map(
    pair.positions.map(({ position }) => {
      const accord = accordOf(context, position);
      return [position, { ...accord, voices: accord.voices.filter((voice) => pair.guests.includes(voice.guest.id)) }];
    }),
  );
  const lines = [...accords.values()].flatMap((one) =>
    one.voices.flatMap((voice) => voice.claims.map((claim) => claim.line)),
  );
  const scope = evidenceScope(
    context,
    [],
    lines.map((line) => line.id),
  );
  const guests = pair.guests.map((id) => named(context, id));
  return {
    path: pair.path,
    title: guests.map((guest) => guest.title).join(' and '),
    description: `Where ${guests.map((guest) => guest.title).join(' and ')} agree and disagree, each at their second.`,
    guests,
    evidence: evidenceOf(scope.lines),
    groups: GROUPS.map((stance) => ({
      stance,
      accords: pair.positions
        .filter((one) => one.stance === stance)
        .flatMap((one) => accords.get(one.position) ?? [])
        .sort((left, right) => compareText(left.title, right.title) || compareText(left.id, right.id)),
    })).filter((group) => group.accords.length > 0),
    blocks: guestBlocks(context, scope, new Map()),
  };
}
