import { kindOf, type NodeId } from '../../corpus/node.ts';
import { compareText } from '../../text/order.ts';
import { byEvidence, type ClaimLine, claimLines } from '../claim-line.ts';
import type { ViewContext } from '../view-context.ts';

/** What counts as evidence on a choice; everything computed on its page is computed from this. */
export interface EvidenceScope {
  options: readonly NodeId[];
  /** Claims about an option or speaking for it. */
  claimsOf: ReadonlyMap<NodeId, ReadonlySet<NodeId>>;
  /** All of them and what the page cites, newest first. */
  lines: readonly ClaimLine[];
  line: ReadonlyMap<NodeId, ClaimLine>;
  /** Criteria by how many claims on an option they judge. */
  judged: { criterion: NodeId; claims: number }[];
  /** Those claims. */
  judgedBy: ReadonlyMap<NodeId, ReadonlySet<NodeId>>;
  /** Positions about an option, and those that claims on one take in good part. */
  positions: readonly NodeId[];
}

/** A position belongs to a choice when this share of the claims that take it are on an option. */
export const RELEVANT_SHARE = 0.25;

export function evidenceScope(
  context: ViewContext,
  options: readonly NodeId[],
  cited: readonly NodeId[] = [],
): EvidenceScope {
  const { claimsOf, onOptions, ...rest } = gathered(context, options);
  const lines = claimLines(context, [...cited, ...onOptions]).sort(byEvidence);
  return { options, claimsOf, lines, line: new Map(lines.map((line) => [line.id, line])), ...rest };
}

/** The positions alone. */
export function positionsOn(context: ViewContext, options: readonly NodeId[]): readonly NodeId[] {
  return gathered(context, options).positions;
}

function gathered(context: ViewContext, options: readonly NodeId[]) {
  const { graph } = context.wiki;
  const claimsOf = new Map(
    options.map((option) => [
      option,
      new Set(
        graph
          .in(option, 'about', 'speaksFor')
          .map((edge) => edge.source)
          .filter((id) => kindOf(id) === 'claim'),
      ),
    ]),
  );
  const onOptions = new Set([...claimsOf.values()].flatMap((ids) => [...ids]));
  const counts = new Map<NodeId, number>();
  const judgedBy = new Map<NodeId, Set<NodeId>>();
  const taken = new Map<NodeId, number>();
  for (const id of onOptions) {
    for (const { type, target } of graph.out(id)) {
      if (type === 'takes') taken.set(target, (taken.get(target) ?? 0) + 1);
      if (type !== 'judgedBy') continue;
      counts.set(target, (counts.get(target) ?? 0) + 1);
      const judged = judgedBy.get(target);
      if (judged) judged.add(id);
      else judgedBy.set(target, new Set([id]));
    }
  }
  const positions = new Set(
    [...taken].filter(([id, claims]) => claims / graph.in(id, 'takes').length >= RELEVANT_SHARE).map(([id]) => id),
  );
  for (const option of options) {
    for (const { source } of graph.in(option, 'about')) if (kindOf(source) === 'position') positions.add(source);
  }
  return {
    claimsOf,
    onOptions,
    judgedBy,
    judged: [...counts]
      .map(([criterion, claims]) => ({ criterion, claims }))
      .sort((left, right) => right.claims - left.claims || compareText(left.criterion, right.criterion)),
    positions: [...positions].sort(compareText),
  };
}
