import type { NodeId } from '../corpus/node.ts';
import type { Path } from '../corpus/parse-yaml.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EvidenceCode, EvidenceState } from './finding.ts';
import type { Lock } from './lock.ts';
import type { EvidenceMemory } from './memory.ts';
import type { TranscriptFile } from './transcript-facts.ts';

/** A finding with its place in the content. */
export interface PlacedFinding extends Omit<Diagnostic, 'code' | 'severity'> {
  code: EvidenceCode;
  /** What to write instead at that place. */
  fix?: { path: Path; node: NodeId; value: string };
}

/** What is known of the content beyond the content itself. */
export interface EvidenceInput {
  transcripts: readonly TranscriptFile[];
  /** Paths of transcripts that lie in the content folder: each belongs to an episode there. */
  own?: ReadonlySet<string>;
  lock: Lock;
  /** Results of earlier checks. */
  memory?: EvidenceMemory;
}

/** What transcripts say of the content. */
export interface Evidence {
  findings: readonly PlacedFinding[];
  /** Whether any transcript was there to ask. */
  isPresent: boolean;
  stateOf(claim: NodeId): EvidenceState;
  /** Whole second at which the host’s question begins that a claim’s first range answers, where it is known. */
  questionOf(claim: NodeId): number | undefined;
  /** The lock as it should be from now on. */
  lock: Lock;
  /** Claims whose anchor was renewed because the words around it were edited. */
  reanchored: readonly NodeId[];
  /** What the next check need not find out again; only what this one used. */
  memory: EvidenceMemory;
}
