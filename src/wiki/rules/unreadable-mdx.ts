import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';
import { proseProblems } from './prose-problems.ts';

export const unreadableMdx = defineRule({
  code: 'unreadable-mdx',
  severity: 'error',
  explanation: `In an \`.mdx\` file, \`{\` begins an expression and \`<\` a component; both must be closed. A page that needs
neither is better kept as \`.md\`, where both are plain text.`,
  wrong: soundWith({ 'articles/how.mdx': '---\ntitle: How\n---\n\nOpen { and never closed [[rag]].\n' }),
  right: soundWith({ 'articles/how.mdx': '---\ntitle: How\n---\n\nOpen \\{ and never closed [[rag]].\n' }),
  reads: ['problems'],
  check: (wiki) =>
    proseProblems(wiki, 'mdx', (written) => ({
      message: `cannot be read as MDX: ${written}`,
      hint: 'close the expression or component, or write `\\{` and `&lt;`',
    })),
});
