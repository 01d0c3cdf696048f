import type { ClaimCheck } from './check-claim.ts';
import type { TranscriptFacts } from './transcript-facts.ts';

/** Changes with every change of what a check finds, so that no old result outlives the code that made it. */
export const MEMORY_VERSION = 5;

/** A result. It leaves the lock as it was when the check was asked: that is what it was kept under. */
export type RememberedCheck = Pick<ClaimCheck, 'state' | 'findings' | 'reason'>;

/** Results by what they depend on: plain data, for a file beside the build. */
export interface EvidenceMemory {
  version: number;
  /** Fingerprint of a transcript → what is known of it. */
  facts: Record<string, TranscriptFacts>;
  /** Fingerprint of a transcript and all a claim's check depends on → its result. */
  checks: Record<string, RememberedCheck>;
}

export function emptyMemory(): EvidenceMemory {
  return { version: MEMORY_VERSION, facts: {}, checks: {} };
}

/** Reads what was kept; anything odd is forgotten. */
export function parseMemory(text: string | undefined): EvidenceMemory {
  if (text === undefined) return emptyMemory();
  try {
    const memory = JSON.parse(text) as Partial<EvidenceMemory>;
    if (memory.version !== MEMORY_VERSION || !memory.facts || !memory.checks) return emptyMemory();
    return memory as EvidenceMemory;
  } catch {
    return emptyMemory();
  }
}
