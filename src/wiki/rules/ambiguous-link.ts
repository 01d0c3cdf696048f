import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const ambiguousLink = defineRule({
  code: 'ambiguous-link',
  severity: 'error',
  explanation: `Two pages of different kinds answer to the name. Put the kind in front: \`[[concept:cost]]\`.`,
  wrong: soundWith({
    'concepts/cost.md': '---\ntitle: Money\nbroader: [rag]\n---\nSee [[cost]] and [[claim:one/facts]].\n',
  }),
  right: soundWith({
    'concepts/cost.md': '---\ntitle: Money\nbroader: [rag]\n---\nSee [[criterion:cost]] and [[claim:one/facts]].\n',
  }),
});
