import type { NodeId } from '../../corpus/node.ts';
import { logOdds } from '../../graph/log-odds.ts';
import { compareText, firstDifference, groupBy } from '../../text/order.ts';
import { type ClaimLine, type Named, named } from '../claim-line.ts';
import { type GuestNode, roleAt } from '../guest-view.ts';
import type { ViewContext } from '../view-context.ts';
import type { EvidenceScope } from './evidence-scope.ts';

/** Where one guest stands on a choice: computed, but for `text`. */
export interface GuestBlock {
  guest: Named & { slug: string; short: string };
  /** What they did when they said it. */
  role?: string;
  lens?: string;
  /** HTML an editor wrote. */
  text?: string;
  /** Criteria by how many of their claims they judge; `share` is of all such judgements, 0 to 1. */
  weighs: (Named & { claims: number; share: number })[];
  /** Topics they raise more than the others do. */
  raises: Named[];
  claims: ClaimLine[];
}

/** Pseudo-counts of the prior: about the topics of a handful of claims, so that one mention proves nothing. */
export const PRIOR_WEIGHT = 10;
/** One-sided 5 %: below, "only they raise it" would be chance too often. */
export const MIN_Z = 1.645;
/** One mention is no theme. */
export const MIN_MENTIONS = 2;
/** Topics shown a guest. */
const MAX_RAISED = 4;

export function guestBlocks(
  context: ViewContext,
  scope: EvidenceScope,
  written: ReadonlyMap<NodeId, string>,
): GuestBlock[] {
  const { graph } = context.wiki;
  const byGuest = groupBy(scope.lines, (line) => line.guest.id);
  const prior = topicsOf(
    context,
    graph.ofKind('claim').map((claim) => claim.id),
    [],
  );
  const blocks = [...byGuest].map(([id, lines]): GuestBlock => {
    const node = graph.node(id) as GuestNode;
    const rest = scope.lines.filter((line) => line.guest.id !== id);
    const topics = (all: readonly ClaimLine[]) =>
      topicsOf(
        context,
        all.map((line) => line.id),
        scope.options,
      );
    const own = topics(lines);
    const raised = logOdds(own, topics(rest), prior, PRIOR_WEIGHT).filter(
      (one) => one.z >= MIN_Z && (own.get(one.item) ?? 0) >= MIN_MENTIONS,
    );
    const claims = [...lines].sort((left, right) =>
      firstDifference(
        compareText(left.year ?? '', right.year ?? ''),
        compareText(left.episode.id, right.episode.id),
        left.seconds - right.seconds,
        compareText(left.id, right.id),
      ),
    );
    return {
      guest: { ...named(context, id), slug: node.slug, short: context.shortName(id) },
      role: roleAt(node, graph.date((claims[0] as ClaimLine).id)),
      lens: node.data.lens,
      text: written.get(id),
      weighs: weighs(context, lines),
      raises: raised.slice(0, MAX_RAISED).map((one) => named(context, one.item as NodeId)),
      claims,
    };
  });
  // Whom the editor presents comes first, in that order; then whoever says most.
  const order = [...written.keys()];
  const rank = (block: GuestBlock) => {
    const at = order.indexOf(block.guest.id);
    return at === -1 ? order.length : at;
  };
  return blocks.sort((left, right) =>
    firstDifference(
      rank(left) - rank(right),
      right.claims.length - left.claims.length,
      compareText(left.guest.id, right.guest.id),
    ),
  );
}

/** How often claims are about a concept; the options themselves tell nobody apart. */
function topicsOf(context: ViewContext, claims: readonly NodeId[], without: readonly NodeId[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    for (const topic of new Set(context.wiki.graph.out(claim, 'about').map((edge) => edge.target))) {
      if (!without.includes(topic)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
  }
  return counts;
}

function weighs(context: ViewContext, lines: readonly ClaimLine[]): GuestBlock['weighs'] {
  const counts = new Map<NodeId, number>();
  for (const line of lines) {
    for (const edge of context.wiki.graph.out(line.id, 'judgedBy')) {
      counts.set(edge.target, (counts.get(edge.target) ?? 0) + 1);
    }
  }
  const total = [...counts.values()].reduce((sum, value) => sum + value, 0);
  return [...counts]
    .map(([criterion, claims]) => ({ ...named(context, criterion), claims, share: claims / total }))
    .sort((left, right) => right.claims - left.claims || compareText(left.id, right.id));
}
