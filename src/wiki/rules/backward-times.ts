import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { soundWith } from './examples.ts';

export const backwardTimes = defineRule({
  code: 'backward-times',
  severity: 'warning',
  explanation: `Times of a transcript run backwards: a turn is dated before the one in front of it. The longest run of times that agree is believed; what falls out of
it is taken to be said while the turn before goes on.`,
  wrong: soundWith({ 'transcripts/one.vtt': `${TALK}\n00:01:30.000 --> 00:01:40.000\n<v Hans Host>Thank you.\n` }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'backward-times'),
});
