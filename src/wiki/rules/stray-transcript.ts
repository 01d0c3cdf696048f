import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { soundWith } from './examples.ts';

export const strayTranscript = defineRule({
  code: 'stray-transcript',
  severity: 'warning',
  explanation: `A transcript in the content folder is named like no episode. It is used for nothing.`,
  wrong: soundWith({ 'transcripts/one.vtt': TALK, 'transcripts/eno.vtt': 'WEBVTT\n' }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'stray-transcript'),
});
