import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { soundWith } from './examples.ts';

export const unverifiedClaims = defineRule({
  code: 'unverified-claims',
  severity: 'warning',
  explanation: `There is no telling whether these claims hold: the episode has no transcript while others have one, or the transcript does not say who speaks
at their seconds. They are shown as “not checkable here”.`,
  wrong: soundWith({ 'transcripts/one.vtt': TALK.replaceAll(/<v [^>]*>/g, '') }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'unverified-claims'),
});
