import { compareText, groupBy } from '../../text/order.ts';
import { type ClaimLine, claimLine, type Named, named } from '../claim-line.ts';
import type { ViewContext } from '../view-context.ts';
import type { EvidenceScope } from './evidence-scope.ts';

/** How old the evidence is. */
export interface AgesView {
  /** Every year from the first to the last, with its claims. */
  years: { year: string; claims: ClaimLine[] }[];
  undated: ClaimLine[];
  /** Conversations by day, newest first: what evidence came when. */
  arrivals: { date: string; episode: Named; claims: number }[];
  /** What took the place of what. */
  superseded: { older: ClaimLine; newer: ClaimLine }[];
}

export function agesOf(context: ViewContext, scope: EvidenceScope): AgesView {
  const dated = groupBy(
    scope.lines.filter((line) => line.year),
    (line) => line.year as string,
  );
  const known = [...dated.keys()].map(Number).sort((left, right) => left - right);
  const first = known[0] ?? 0;
  const last = known.at(-1) ?? -1;
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return {
    years: years.map((year) => ({ year, claims: dated.get(year) ?? [] })),
    undated: scope.lines.filter((line) => !line.year),
    arrivals: [...groupBy(scope.lines, (line) => line.episode.id)]
      .flatMap(([id, lines]) => {
        const date = context.wiki.graph.date(id);
        return date ? [{ date, episode: named(context, id), claims: lines.length }] : [];
      })
      .sort((left, right) => compareText(right.date, left.date) || compareText(left.episode.id, right.episode.id)),
    superseded: supersededIn(context, scope),
  };
}

function supersededIn(context: ViewContext, scope: EvidenceScope): AgesView['superseded'] {
  const found: AgesView['superseded'] = [];
  for (const newer of scope.lines) {
    for (const { type, label, target } of context.wiki.graph.out(newer.id)) {
      const older = type === 'relates' && label === 'supersedes' ? claimLine(context, target) : undefined;
      if (older) found.push({ older, newer });
    }
  }
  return found;
}
