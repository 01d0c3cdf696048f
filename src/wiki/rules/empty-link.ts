import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';
import { proseProblems } from './prose-problems.ts';

export const emptyLink = defineRule({
  code: 'empty-link',
  severity: 'error',
  explanation: `A link with no name leads nowhere. For two plain brackets write \`\\[[\`.`,
  wrong: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nSee [[ |here]].\n' }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nSee [[rag|here]].\n' }),
  reads: ['problems'],
  check: (wiki) =>
    proseProblems(wiki, 'empty-link', (written) => ({
      message: `\`${written}\` names no page`,
      hint: 'write the name of a page between the brackets',
    })),
});
