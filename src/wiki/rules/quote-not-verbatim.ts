import { defineRule } from './define-rule.ts';
import { evidenceFindings, TALK } from './evidence-findings.ts';
import { claimYaml, soundWith } from './examples.ts';

export const quoteNotVerbatim = defineRule({
  code: 'quote-not-verbatim',
  severity: 'error',
  explanation: `A \`quote\` must stand in the transcript word for word, within the claim’s range, in the guest’s mouth. Case, punctuation, line breaks, the
shape of quotation marks and apostrophes, and compatibility forms of letters (Unicode NFKC) make no difference; any other
letter does. The message says where else it is said, or how it differs: \`[-written-]\`, \`{+said+}\`.`,
  wrong: soundWith({
    'claims/one.yaml': claimYaml('  quote: Facts belong in the model.\n'),
    'transcripts/one.vtt': TALK,
  }),
  right: soundWith({
    'claims/one.yaml': claimYaml('  quote: “facts belong in the INDEX”\n'),
    'transcripts/one.vtt': TALK,
  }),
  check: (_, evidence) => evidenceFindings(evidence, 'quote-not-verbatim'),
});
