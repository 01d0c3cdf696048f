import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { soundWith } from './examples.ts';

export const duplicateTranscript = defineRule({
  code: 'duplicate-transcript',
  severity: 'warning',
  explanation: `Two episodes have the same transcript, or nearly. One of them is a copy under the wrong name: claims from it would be put into the mouth of
somebody who never said them.`,
  wrong: soundWith({
    'episodes/two.md':
      '---\ntitle: Episode two\nshow: talks\ndate: 2024-06-01\nguests: [ada]\nmedia:\n  - youtube: lmnopqrstuv\n---\n',
    'transcripts/one.vtt': TALK,
    'transcripts/two.vtt': TALK,
  }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'duplicate-transcript'),
});
