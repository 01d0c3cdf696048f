import type { Path } from '../corpus/parse-yaml.ts';

/** What verifying can say. Each is a rule of the same name, which holds its severity and explanation. */
export const EVIDENCE_CODES = [
  'second-not-in-transcript',
  'wrong-speaker',
  'quote-not-verbatim',
  'weak-support',
  'drifted-claim',
  'unverified-claims',
  'unknown-speaker',
  'duplicate-transcript',
  'backward-times',
  'silent-gap',
  'crowded-words',
  'unreadable-transcript',
  'stray-transcript',
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** One thing to say about one field of a page. Plain data, so that it can be kept from one check to the next. */
export interface EvidenceFinding {
  code: EvidenceCode;
  /** The field it is said of. */
  path: Path;
  message: string;
  hint?: string;
  /** What the field should hold instead, where that is certain. */
  fix?: string;
}

/**
 * What is known of a claim:
 * `quote-verified` its quote stands in the transcript, word for word, within its range;
 * `paraphrase-supported` the right person speaks and the words of the paraphrase are heard there;
 * `second-holds` the right person speaks, but there is too little to compare the words with;
 * `support-not-found` the right person speaks, but about something else as far as words tell;
 * `fails` the second, the speaker or the quote is wrong;
 * `not-checkable` there is no transcript, or it does not say who speaks.
 */
export type EvidenceState =
  | 'quote-verified'
  | 'paraphrase-supported'
  | 'second-holds'
  | 'support-not-found'
  | 'fails'
  | 'not-checkable';
