import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { soundWith } from './examples.ts';

/** What `check` wrote when the answer began at 1:00. */
const LOCK = JSON.stringify({
  claims: {
    'one/facts': {
      at: ['1:00-2:00'],
      words: '15xb5fd2u67',
      state: 'second-holds',
      anchors: [
        {
          window: '1slhwhhl1ic',
          length: 17,
          sketch: ['2ilnv3:10', '3xgoev:12', '59kbgj:6', '7p99lv:1', 'ob4v7g:7', 'tkf7s8:14', 'uapq9t:13', 'wdxmte:11'],
        },
      ],
    },
  },
});

export const driftedClaim = defineRule({
  code: 'drifted-claim',
  severity: 'warning',
  explanation: `The transcript was edited after the claim was verified, and what the claim rested on is elsewhere in it now, or gone. \`onrecord check --fix\` moves a
claim whose words were found again. What a claim rests on is kept in \`evidence.lock.json\`, as fingerprints of the words.`,
  wrong: soundWith({ 'transcripts/one.vtt': TALK.replaceAll('00:0', '00:1'), 'evidence.lock.json': LOCK }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  check: (_, evidence) => evidenceFindings(evidence, 'drifted-claim'),
});
