import type { AnyNode } from '../corpus/node.ts';
import { compareText, firstDifference, groupBy } from '../text/order.ts';
import { byTime, type ClaimLine, claimLines, type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { type Companion, companionsOf } from './comparison/guest-pairs.ts';
import { type PageView, pageView } from './page-view.ts';
import { type GuestStance, stancesOf } from './stances.ts';
import type { ViewContext } from './view-context.ts';

export type GuestNode = Extract<AnyNode, { kind: 'guest' }>;

export interface GuestView extends PageView {
  lens?: string;
  roles: { role: string; organisation?: string; years: string }[];
  links: { label: string; href: string }[];
  evidence: Evidence;
  /** Newest conversation first, claims in order of time. */
  episodes: { episode: Named; date?: string; role?: string; lines: ClaimLine[] }[];
  shows: Named[];
  stances: GuestStance[];
  /** Other guests on the same positions, and on what they agree or not. */
  companions: Companion[];
}

const SHOWN = ['by', 'features', 'host'] as const;

/** What a guest did on a day: the newest role that had begun and not ended by then. Undated roles hold until a dated one begins. */
export function roleAt(guest: GuestNode, date: string | undefined): string | undefined {
  const roles = guest.data.roles ?? [];
  const held = date
    ? roles.filter((role) => {
        const since = role.since === undefined ? '' : String(role.since);
        const until = role.until === undefined ? '9999' : String(role.until);
        return since <= date && date.slice(0, until.length) <= until;
      })
    : roles;
  const role = held.at(-1) ?? roles.at(-1);
  return role && [role.role, role.organisation].filter(Boolean).join(', ');
}

export function guestView(context: ViewContext, node: GuestNode): GuestView {
  const { graph } = context.wiki;
  const ids = graph.in(node.id, 'by').map((edge) => edge.source);
  const lines = claimLines(context, ids);
  const byEpisode = groupBy(lines, (line) => line.episode.id);
  const episodes = new Set([
    ...graph.in(node.id, 'features').map((edge) => edge.source),
    ...lines.map((line) => line.episode.id),
  ]);
  const stances = stancesOf(context, ids);
  const companions = companionsOf(context, node.id);
  return {
    ...pageView(context, node, {
      shown: SHOWN,
      sections: [
        ...(stances.length > 0 ? [{ title: 'Stances', anchor: 's-stances' }] : []),
        ...(companions.length > 0 ? [{ title: 'Beside other guests', anchor: 's-companions' }] : []),
        ...(lines.length > 0 ? [{ title: 'On record', anchor: 's-claims' }] : []),
      ],
    }),
    lens: node.data.lens,
    roles: (node.data.roles ?? []).map((role) => ({
      role: role.role,
      organisation: role.organisation,
      years: yearsOf(role),
    })),
    links: Object.entries(node.data.links ?? {}).map(([label, href]) => ({ label, href })),
    evidence: evidenceOf(lines),
    episodes: [...episodes]
      .map((id) => ({
        episode: named(context, id),
        date: graph.date(id),
        role: roleAt(node, graph.date(id)),
        lines: (byEpisode.get(id) ?? []).sort(byTime),
      }))
      .sort((left, right) =>
        firstDifference(compareText(right.date ?? '', left.date ?? ''), compareText(left.episode.id, right.episode.id)),
      ),
    shows: graph.in(node.id, 'host').map((edge) => named(context, edge.source)),
    stances,
    companions,
  };
}

function yearsOf(role: { since?: string | number; until?: string | number }): string {
  if (role.since === undefined && role.until === undefined) return '';
  if (role.until === undefined) return `since ${role.since}`;
  return role.since === undefined ? `until ${role.until}` : `${role.since}–${role.until}`;
}
