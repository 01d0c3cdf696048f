import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';
import { proseProblems } from './prose-problems.ts';

export const unknownEmbed = defineRule({
  code: 'unknown-embed',
  severity: 'warning',
  explanation: `\`![[page]]\` would copy one page into another. Pages are not copied here; it is shown as a link.`,
  wrong: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nSee ![[rag]].\n' }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nSee [[rag]].\n' }),
  reads: ['problems'],
  check: (wiki) =>
    proseProblems(wiki, 'embed', (written) => ({
      message: `\`${written}\` is shown as a link`,
      hint: `write \`${written.slice(1)}\``,
    })),
});
