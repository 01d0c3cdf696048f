import type { AnyNode } from '../corpus/node.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';
import { asList } from '../text/plain.ts';
import { parseRange } from '../text/timestamp.ts';
import type { CheckedClaim } from './check-claim.ts';

export type ClaimNode = Extract<AnyNode, { kind: 'claim' }>;
/** With its ranges as they are written. */
export type AnchoredClaim = CheckedClaim & { at: string[] };

/** What a claim's check depends on, or nothing for one whose speaker is not known: that has been said. */
export function checkedClaim(wiki: WikiGraph, node: ClaimNode): AnchoredClaim | undefined {
  const guest = wiki.out(node.id, 'by')[0]?.target;
  if (guest === undefined) return undefined;
  const at = asList(node.data.at);
  const isList = Array.isArray(node.data.at);
  const ranges = at.flatMap((written, index) => {
    const range = parseRange(written);
    const isSound = range && (range.end === undefined || range.end > range.start);
    return isSound ? [{ range, path: isList ? ['at', index] : ['at'] }] : [];
  });
  if (ranges.length !== at.length) return undefined;
  const text = [node.data.text, ...(node.data.conditions ?? [])].join(' ');
  const quote = node.data.quote;
  return { guest, at, ranges, text, approx: node.data.approx ?? false, ...(quote === undefined ? {} : { quote }) };
}
