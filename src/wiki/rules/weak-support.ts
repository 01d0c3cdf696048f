import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { claimYaml, soundWith } from './examples.ts';

export const weakSupport = defineRule({
  code: 'weak-support',
  severity: 'warning',
  explanation: `A paraphrase is in other words, but not in none of the words: of its telling words (stems, without those every sentence has), each weighed by
how rare it is in the episode, a share is heard from 40 seconds before its range to 20 after. This is said when that share is
below 14 %; below 30 % while another window of the same length has 60 %; below 35 % of what the best window has; or below
70 % of what was heard where the claim was last verified. It is a hint to listen again, no proof of an error.`,
  wrong: soundWith({
    'claims/one.yaml': claimYaml('').replace(
      'Facts belong in the index',
      'London rain is best met with a sturdy umbrella',
    ),
    'transcripts/one.vtt': `${TALK}
00:03:00.000 --> 00:04:00.000
<v Ada Lovelace>The rain in London asks for a sturdy umbrella, best carried at all times.
`,
  }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'weak-support'),
});
