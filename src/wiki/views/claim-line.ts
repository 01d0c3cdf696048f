import type { AnyNode, NodeId } from '../corpus/node.ts';
import type { ClaimType, ShownStatus, Stance } from '../kinds/claim.ts';
import { compareText } from '../text/order.ts';
import { asList } from '../text/plain.ts';
import { formatTime, parseRange, type TimeRange } from '../text/timestamp.ts';
import { type MediaLink, mediaLinks } from './media-link.ts';
import { onceEach } from './once.ts';
import type { ViewContext } from './view-context.ts';

export type ClaimNode = Extract<AnyNode, { kind: 'claim' }>;

export interface Named {
  id: NodeId;
  title: string;
  href: string;
}

/** A claim as lists show it. */
export interface ClaimLine {
  id: NodeId;
  /** `episode/claim`. */
  slug: string;
  href: string;
  text: string;
  type: ClaimType;
  status: ShownStatus;
  guest: Named & { short: string };
  episode: Named;
  /** First second, as shown and as a number. */
  time: string;
  seconds: number;
  /** Seconds by which the host’s question comes before it, where that is known. */
  asked?: number;
  approx: boolean;
  year?: string;
  /** Opens the reference medium at the second. */
  listen?: string;
  conditions: string[];
}

export function named(context: ViewContext, id: NodeId): Named {
  return { id, title: context.wiki.graph.node(id).title, href: context.href(id) };
}

/** When a claim is said: its ranges in order of time. */
export function rangesOf(claim: ClaimNode): TimeRange[] {
  return asList(claim.data.at)
    .flatMap((at) => parseRange(at) ?? [])
    .sort((left, right) => left.start - right.start);
}

export function startOf(claim: ClaimNode): number {
  return rangesOf(claim)[0]?.start ?? 0;
}

export function mediaOf(context: ViewContext, claim: ClaimNode, lead = 0): MediaLink[] {
  const episode = context.wiki.graph.out(claim.id, 'in')[0];
  const node = episode && context.wiki.graph.node(episode.target);
  return node?.kind === 'episode' ? mediaLinks(node.data.media, Math.max(0, startOf(claim) - lead)) : [];
}

/** A claim stands on many pages. One whose guest or episode is missing cannot be shown as evidence; the compiler has said so. */
export const claimLine = onceEach('claim-line', (context, id: NodeId): ClaimLine | undefined => {
  const { graph } = context.wiki;
  const claim = graph.node(id) as ClaimNode;
  const guest = graph.out(id, 'by')[0]?.target;
  const episode = graph.out(id, 'in')[0]?.target;
  if (!guest || !episode) return undefined;
  const seconds = startOf(claim);
  const question = context.wiki.evidence.questionOf(id);
  return {
    id,
    slug: claim.slug,
    href: context.href(id),
    text: claim.data.text,
    type: claim.data.type,
    status: claim.data.status as ShownStatus,
    guest: { ...named(context, guest), short: context.shortName(guest) },
    episode: named(context, episode),
    time: formatTime(seconds),
    seconds,
    asked: question === undefined ? undefined : seconds - question,
    approx: claim.data.approx ?? false,
    year: graph.date(id)?.slice(0, 4),
    listen: mediaOf(context, claim)[0]?.href,
    conditions: claim.data.conditions ?? [],
  };
});

export function claimLines(context: ViewContext, ids: Iterable<NodeId>): ClaimLine[] {
  return [...new Set(ids)].flatMap((id) => claimLine(context, id) ?? []);
}

/** Newest episode first, then by time within it. */
export function byEvidence(left: ClaimLine, right: ClaimLine): number {
  return (
    compareText(right.year ?? '', left.year ?? '') ||
    compareText(left.episode.id, right.episode.id) ||
    left.seconds - right.seconds ||
    compareText(left.id, right.id)
  );
}

/** Order of listening within an episode. */
export function byTime(left: ClaimLine, right: ClaimLine): number {
  return left.seconds - right.seconds || compareText(left.id, right.id);
}

/** What of a claim counts as evidence; who shows no more does not depend on its words. */
export type CountedClaim = Pick<ClaimLine, 'id' | 'year'> & { guest: { id: NodeId }; episode: { id: NodeId } };

/** The same claims as `claimLines`, each once. */
export function countedClaims({ wiki: { graph } }: ViewContext, ids: Iterable<NodeId>): CountedClaim[] {
  const counted: CountedClaim[] = [];
  for (const id of new Set(ids)) {
    const guest = graph.out(id, 'by')[0]?.target;
    const episode = graph.out(id, 'in')[0]?.target;
    if (guest && episode)
      counted.push({ id, guest: { id: guest }, episode: { id: episode }, year: graph.date(id)?.slice(0, 4) });
  }
  return counted;
}

/** How much stands behind something. */
export interface Evidence {
  claims: number;
  guests: number;
  episodes: number;
  /** First and last year of dated evidence. */
  years: string[];
  /** Claims a year, for the year axis; years without a claim are left out. */
  byYear: { year: string; claims: number }[];
}

export function evidenceOf(lines: readonly CountedClaim[]): Evidence {
  const perYear = new Map<string, number>();
  for (const line of lines) if (line.year) perYear.set(line.year, (perYear.get(line.year) ?? 0) + 1);
  const byYear = [...perYear].map(([year, claims]) => ({ year, claims })).sort((a, b) => compareText(a.year, b.year));
  const first = byYear[0]?.year;
  const last = byYear.at(-1)?.year;
  return {
    claims: lines.length,
    guests: new Set(lines.map((line) => line.guest.id)).size,
    episodes: new Set(lines.map((line) => line.episode.id)).size,
    years: first && last ? (first === last ? [first] : [first, last]) : [],
    byYear,
  };
}

/** A guest's stance on a position, with the claim behind it. */
export interface StanceLine {
  stance: Stance;
  claim: ClaimLine;
}

/** Where a comparison shows a claim in full; citations on the same page lead there. */
export function claimAnchor(line: Pick<ClaimLine, 'slug'>): string {
  return `c-${line.slug.replace('/', '--')}`;
}
