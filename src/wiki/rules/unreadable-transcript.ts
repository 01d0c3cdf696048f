import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { soundWith } from './examples.ts';

export const unreadableTranscript = defineRule({
  code: 'unreadable-transcript',
  severity: 'warning',
  explanation: `A transcript, or a part of it, could not be read. What could be is used.`,
  wrong: soundWith({ 'transcripts/one.vtt': TALK.replace('WEBVTT\n', '') }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'unreadable-transcript'),
});
