import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';
import { proseProblems } from './prose-problems.ts';

export const unsafeUrl = defineRule({
  code: 'unsafe-url',
  severity: 'error',
  explanation: `Links lead to \`https:\`, \`http:\` and \`mailto:\` addresses and to places in this site. Anything else, such as
\`javascript:\` or \`data:\`, is refused.`,
  wrong: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\n[Press](javascript:alert(1)).\n' }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\n[Press](https://example.org/).\n' }),
  reads: ['problems'],
  check: (wiki) =>
    proseProblems(wiki, 'unsafe-url', (written) => ({
      message: `the address \`${written.slice(0, 60)}\` is not allowed`,
      hint: 'use an `https:` address',
    })),
});
