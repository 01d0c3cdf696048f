import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { soundWith } from './examples.ts';

export const crowdedWords = defineRule({
  code: 'crowded-words',
  severity: 'warning',
  explanation: `More words stand between two times than anybody can say (seven a second, forty at least): one of the times is wrong.`,
  wrong: soundWith({
    'transcripts/one.vtt': `${TALK}\n00:03:00.000 --> 00:03:02.000\n<v Hans Host>${'word '.repeat(60)}\n\n00:03:02.000 --> 00:03:10.000\n<v Hans Host>Bye.\n`,
  }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'crowded-words'),
});
