import { MAX_DEPTH } from '../corpus/nesting.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';
import { proseProblems } from './prose-problems.ts';

export const tooDeep = defineRule({
  code: 'too-deep',
  severity: 'error',
  explanation: `Lists, quotations, emphasis and keys may be nested ${MAX_DEPTH} deep, and the code of an \`.mdx\` page not much deeper.
No page needs more; a file that has more is broken, or meant to break whoever reads it.`,
  wrong: soundWith({ 'criteria/cost.md': `---\ntitle: Cost\n---\n${'>'.repeat(MAX_DEPTH + 1)} What it costs.\n` }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\n> What it costs.\n' }),
  reads: ['problems'],
  check: (wiki) =>
    proseProblems(wiki, 'deep', () => ({
      message: 'this is nested too deep to be read',
      hint: 'take out levels, or split the page',
    })),
});
