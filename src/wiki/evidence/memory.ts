import type { EvidenceFinding, EvidenceState } from './finding.ts';
import type { TranscriptFacts } from './transcript-facts.ts';

/** A claim's result. It leaves the lock as it was when the check was asked: that is what it was kept under. */
export interface RememberedClaim {
  /** Fingerprint of all its check depends on. */
  key: string;
  state: EvidenceState;
  findings: EvidenceFinding[];
  /** Why it could not be verified, where it could not. */
  reason?: string;
  /** Whole second of the host's question that it answers, where that is known. */
  question?: number;
}

/** Results of one episode's claims, in the order of the claims; `null` for one that could not be held against anything. */
export interface RememberedEpisode {
  /** Fingerprint of all that the results depend on: the transcript, who speaks in it, every claim and what the lock says of it. */
  key: string;
  claims: (RememberedClaim | null)[];
}

/** What a check found out, by what it depends on: plain data, for a file beside the build. */
export interface EvidenceMemory {
  /** Digest of a transcript → what is known of it. */
  facts: Record<string, TranscriptFacts>;
  /** Slug of an episode → its results. */
  episodes: Record<string, RememberedEpisode>;
}

export function emptyMemory(): EvidenceMemory {
  return { facts: {}, episodes: {} };
}

/** Results are kept by what they depend on, and those that held stay the very ones: a look tells whether something was found out. */
export function isSameMemory(left: EvidenceMemory, right: EvidenceMemory): boolean {
  const isSame = <T>(one: Record<string, T>, other: Record<string, T>) => {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
  };
  return isSame(left.facts, right.facts) && isSame(left.episodes, right.episodes);
}
