import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { soundWith } from './examples.ts';

export const silentGap = defineRule({
  code: 'silent-gap',
  severity: 'warning',
  explanation: `Nobody speaks for a minute and a half or more, the very beginning aside, which is often music or an introduction left out. Perhaps a part of the transcript is missing.`,
  wrong: soundWith({ 'transcripts/one.vtt': `${TALK}\n00:09:00.000 --> 00:09:40.000\n<v Hans Host>Thank you.\n` }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'silent-gap'),
});
