import { MAX_REFERENCES, MAX_SMART_SIGNS } from '../corpus/sign-limits.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';
import { proseProblems } from './prose-problems.ts';

export const tooManySigns = defineRule({
  code: 'too-many-signs',
  severity: 'error',
  explanation: `A text may have ${MAX_REFERENCES} character references such as \`&amp;\`, and an \`.mdx\` page ${MAX_SMART_SIGNS} quotation marks, dashes and
dots that are set as printers set them. No page needs more, and more take the parser seconds or end it.`,
  wrong: soundWith({ 'criteria/cost.md': `---\ntitle: Cost\n---\n${'&amp;'.repeat(MAX_REFERENCES + 1)}\n` }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nTime &amp; money.\n' }),
  reads: ['problems'],
  check: (wiki) =>
    proseProblems(wiki, 'signs', (signs) => ({
      message: `there are too many ${signs} up to here for this text to be read`,
      hint: 'write the characters themselves, or split the page',
    })),
});
