import type { EvidenceState } from '../evidence/finding.ts';

/** What a reader is told of how a claim was held against the transcript, and what it means. Never a bare tick. */
export const EVIDENCE_WORDS: Record<EvidenceState, { short: string; long: string }> = {
  'quote-verified': {
    short: 'Quote verified',
    long: 'The quoted words stand in the transcript, word for word, within these seconds and in this speaker’s mouth.',
  },
  'paraphrase-supported': {
    short: 'Paraphrase supported',
    long: 'At this second this person speaks, and the telling words of the claim are heard around it. Whether the meaning is right takes a human ear.',
  },
  'second-holds': {
    short: 'Second and speaker checked',
    long: 'At this second this person speaks. The claim shares too few words with the conversation for more to be compared.',
  },
  'support-not-found': {
    short: 'Support not found',
    long: 'At this second this person speaks, but few words of the claim are heard around it. It may be elsewhere, or in other words.',
  },
  fails: {
    short: 'Contradicted by the transcript',
    long: 'The second, the speaker or the quote is not what the transcript says. Such a claim is not published.',
  },
  'not-checkable': {
    short: 'Not checkable here',
    long: 'There is no transcript here, or it does not say who speaks, or the claim was edited since it was last compared.',
  },
};
