import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { claimYaml, soundWith } from './examples.ts';

export const wrongSpeaker = defineRule({
  code: 'wrong-speaker',
  severity: 'error',
  explanation: `At the second a claim names, the person it names must be speaking. The commonest slip is to point at the host’s question; the hint
then says when the answer starts, and \`onrecord check --fix\` moves the claim there. Speaker labels are known from \`hosts\`
of the show and from \`speakers\` and \`aliases\` of the guests.`,
  wrong: soundWith({ 'claims/one.yaml': claimYaml('').replace('1:00-2:00', '0:50-2:00'), 'transcripts/one.vtt': TALK }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'wrong-speaker'),
});
