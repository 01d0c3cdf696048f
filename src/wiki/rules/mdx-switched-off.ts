import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const mdxSwitchedOff = defineRule({
  code: 'mdx-switched-off',
  severity: 'error',
  explanation: `An \`.mdx\` file runs code on the machine that builds the site. With \`mdx: false\` in \`settings.yaml\`, which is what
an import writes, no such file is read. Text without components is the same in \`.md\`.`,
  wrong: soundWith({ 'settings.yaml': 'mdx: false\n', 'articles/how.mdx': '---\ntitle: How\n---\nBy [[rag]].\n' }),
  right: soundWith({ 'settings.yaml': 'mdx: false\n', 'articles/how.md': '---\ntitle: How\n---\nBy [[rag]].\n' }),
});
