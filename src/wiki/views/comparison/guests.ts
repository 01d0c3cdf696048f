import type { NodeId } from '../../corpus/node.ts';
import { logOdds } from '../../graph/log-odds.ts';
import { compareText, firstDifference, groupBy } from '../../text/order.ts';
import { byTime, type ClaimLine, type Named, named } from '../claim-line.ts';
import { type GuestNode, roleAt } from '../guest-view.ts';
import { onceAside } from '../once.ts';
import { defineShapeTable } from '../tables.ts';
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
  const prior = allTopics(context);
  const topicsOfLine = new Map(scope.lines.map((line) => [line, topicsOf(context, line.id, scope.options)]));
  const count = (lines: readonly ClaimLine[]) => counted(lines.map((line) => topicsOfLine.get(line) ?? []));
  const every = count(scope.lines);
  const blocks = [...byGuest].map(([id, lines]): GuestBlock => {
    const node = graph.node(id) as GuestNode;
    const own = count(lines);
    const themes = new Set([...own].filter(([, mentions]) => mentions >= MIN_MENTIONS).map(([topic]) => topic));
    const odds = themes.size === 0 ? [] : logOdds(own, less(every, own, themes), prior, PRIOR_WEIGHT, themes);
    const raised = odds.filter((one) => one.z >= MIN_Z);
    const claims = [...lines].sort(
      (left, right) =>
        compareText(left.year ?? '', right.year ?? '') ||
        compareText(left.episode.id, right.episode.id) ||
        byTime(left, right),
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

/** Topics of all claims there are: the same for every comparison. */
const topics = defineShapeTable('topics', (context) => {
  const all = context.wiki.graph.ofKind('claim').map(({ id }) => topicsOf(context, id, []));
  return new Map([['all', [...counted(all)]]]);
});

const topicMap = onceAside((context): ReadonlyMap<NodeId, number> => new Map(topics(context, 'all')));

function allTopics(context: ViewContext): ReadonlyMap<NodeId, number> {
  // Noted by whoever uses it.
  topics(context, 'all');
  return topicMap(context);
}

/** What stands for all topics but some: none is called so. */
const REST = '';

/** Counts of everything that is not in the part, a subset; topics that are no themes together. */
function less(
  whole: ReadonlyMap<string, number>,
  part: ReadonlyMap<string, number>,
  themes: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  let rest = 0;
  for (const count of whole.values()) rest += count;
  for (const count of part.values()) rest -= count;
  for (const item of themes) {
    const left = (whole.get(item) ?? 0) - (part.get(item) ?? 0);
    counts.set(item, left);
    rest -= left;
  }
  return counts.set(REST, rest);
}

/** What a claim is about, each concept once; the options themselves tell nobody apart. */
function topicsOf(context: ViewContext, claim: NodeId, without: readonly NodeId[]): NodeId[] {
  const topics: NodeId[] = [];
  for (const { type, target } of context.wiki.graph.out(claim)) {
    if (type === 'about' && !topics.includes(target) && !without.includes(target)) topics.push(target);
  }
  return topics;
}

/** How often claims are about a concept. */
function counted(claims: readonly NodeId[][]): Map<NodeId, number> {
  const counts = new Map<NodeId, number>();
  for (const topicsOfClaim of claims) {
    for (const topic of topicsOfClaim) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return counts;
}

function weighs(context: ViewContext, lines: readonly ClaimLine[]): GuestBlock['weighs'] {
  const counts = new Map<NodeId, number>();
  for (const line of lines) {
    for (const { type, target } of context.wiki.graph.out(line.id)) {
      if (type === 'judgedBy') counts.set(target, (counts.get(target) ?? 0) + 1);
    }
  }
  const total = [...counts.values()].reduce((sum, value) => sum + value, 0);
  return [...counts]
    .map(([criterion, claims]) => ({ ...named(context, criterion), claims, share: claims / total }))
    .sort((left, right) => right.claims - left.claims || compareText(left.id, right.id));
}
