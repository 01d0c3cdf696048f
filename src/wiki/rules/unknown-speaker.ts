import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { soundWith } from './examples.ts';

export const unknownSpeaker = defineRule({
  code: 'unknown-speaker',
  severity: 'warning',
  explanation: `A label in the transcript is nobody’s: neither a guest of the episode nor a host of its show has it among \`speakers\`, \`labels\`, \`aliases\` or as a
name; or two of them have. Nobody is guessed: what is said under the label cannot be verified.`,
  wrong: soundWith({
    'transcripts/one.vtt': TALK.replace(
      '00:02:00.000 --> 00:03:00.000\n<v Hans Host>',
      '00:02:00.000 --> 00:03:00.000\n<v Hnas>',
    ),
  }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'unknown-speaker'),
});
