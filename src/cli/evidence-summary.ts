import type { EvidenceState } from '../wiki/evidence/finding.ts';
import { count } from '../wiki/text/plain.ts';
import type { Wiki } from '../wiki/wiki.ts';

const WORDS: Record<EvidenceState, string> = {
  'quote-verified': 'quote verified',
  'paraphrase-supported': 'paraphrase supported',
  'second-holds': 'second and speaker hold',
  'support-not-found': 'support not found',
  fails: 'wrong',
  'not-checkable': 'not checkable here',
};

/** One line on what the transcripts say of the claims, or nothing when none was there. */
export function evidenceSummary({ graph, evidence }: Wiki): string | undefined {
  const claims = graph.ofKind('claim');
  if (!evidence.isPresent || claims.length === 0) return undefined;
  const tally = new Map<EvidenceState, number>();
  for (const claim of claims) {
    const state = evidence.stateOf(claim.id);
    tally.set(state, (tally.get(state) ?? 0) + 1);
  }
  const parts = Object.entries(WORDS).flatMap(([state, words]) => {
    const amount = tally.get(state as EvidenceState);
    return amount ? [`${amount} ${words}`] : [];
  });
  const renewed = evidence.reanchored.length > 0 ? `; ${count(evidence.reanchored.length, 'anchor')} renewed` : '';
  return `${count(claims.length, 'claim')}: ${parts.join(', ')}${renewed}.`;
}
