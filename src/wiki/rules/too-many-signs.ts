import { MAX_REFERENCES, MAX_SMART_SIGNS } from '../corpus/sign-limits.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';
import { proseProblems } from './prose-problems.ts';

export const tooManySigns = defineRule({
  code: 'too-many-signs',
  severity: 'error',
  explanation: `What a parser takes seconds for, or ends at, may stand in a text ${MAX_REFERENCES} times and no more.
It is character references such as \`&amp;\` and, in an \`.mdx\` page, quotation marks, dashes and dots that are set as printers set them
(${MAX_SMART_SIGNS}). No page needs more.`,
  wrong: soundWith({ 'criteria/cost.md': `---\ntitle: Cost\n---\n${'&amp;'.repeat(MAX_REFERENCES + 1)}\n` }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nTime &amp; money.\n' }),
  reads: ['problems'],
  check: (wiki) =>
    proseProblems(wiki, 'signs', (signs) => ({
      message: `there are too many ${signs} up to here for this text to be read`,
      hint: 'write the characters themselves, or split the page',
    })),
});
