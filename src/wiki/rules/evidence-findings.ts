import type { Evidence } from '../evidence/evidence.ts';
import type { EvidenceCode } from '../evidence/finding.ts';
import type { Finding } from './define-rule.ts';

/** What verifying against transcripts found, by code. */
export function* evidenceFindings(evidence: Evidence, code: EvidenceCode): Iterable<Finding> {
  for (const { fix: _, ...finding } of evidence.findings) if (finding.code === code) yield finding;
}

/** A transcript of the sound archive: the host asks, Ada answers from 1:00 to 2:00. */
export const TALK = `WEBVTT

00:00:00.000 --> 00:00:50.000
<v Hans Host>Welcome, and thank you for coming. Tell us about your work on machines.

00:00:50.000 --> 00:01:00.000
<v Hans Host>Where should knowledge that changes be kept?

00:01:00.000 --> 00:02:00.000
<v Ada Lovelace>Facts belong in the index, because an index is renewed every night while a model is not.

00:02:00.000 --> 00:03:00.000
<v Hans Host>And what about the weather in London, do you enjoy rain and umbrellas?
`;
