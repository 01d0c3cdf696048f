import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { claimYaml, soundWith } from './examples.ts';

export const secondNotInTranscript = defineRule({
  code: 'second-not-in-transcript',
  severity: 'error',
  explanation: `A claim’s second must exist: its range has to lie within the transcript. The end of the last cue counts, or the declared duration
where that is longer: declared durations are often too short and cut nothing off.`,
  wrong: soundWith({ 'claims/one.yaml': claimYaml('').replace('1:00-2:00', '7:00-8:00'), 'transcripts/one.vtt': TALK }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'second-not-in-transcript'),
});
