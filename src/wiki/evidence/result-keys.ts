import type { WikiGraph } from '../graph/wiki-graph.ts';
import { fingerprint, fingerprinter } from '../text/fingerprint.ts';
import type { ClaimNode } from './checked-claim.ts';
import type { Lock, LockedClaim } from './lock.ts';

/** Key of one claim's result. `talk` says which transcript it was held against, and who speaks there. */
export function claimKey(wiki: WikiGraph, talk: string, node: ClaimNode, locked: LockedClaim | undefined): string {
  return fingerprint(talk + dependsOn(wiki, node, locked));
}

/** Key of the results of all claims of an episode. */
export function episodeKey(wiki: WikiGraph, talk: string, claims: readonly ClaimNode[], lock: Lock): string {
  const whole = fingerprinter();
  whole.add(talk);
  for (const node of claims) whole.add(dependsOn(wiki, node, lock.get(node.slug)));
  return whole.done();
}

/** Everything that a claim's result depends on beside the talk. */
function dependsOn(wiki: WikiGraph, node: ClaimNode, locked: LockedClaim | undefined): string {
  const guest = wiki.out(node.id).find(({ type }) => type === 'by')?.target;
  // Messages name the guest.
  const name = guest && wiki.node(guest).title;
  return `${node.slug}\n${guest}\n${name}\n${saidIn(node)}\n${locked?.text}`;
}

/** Fingerprint of what the claim itself says. */
function saidIn({ data, notes }: ClaimNode): string {
  const { at, text, conditions, quote, approx } = data;
  notes.said ??= fingerprint(JSON.stringify([at, text, conditions, quote, approx]));
  return notes.said as string;
}
