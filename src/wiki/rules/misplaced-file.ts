import { defineRule } from './define-rule.ts';
import { SOUND, soundWith } from './examples.ts';

export const misplacedFile = defineRule({
  code: 'misplaced-file',
  severity: 'error',
  explanation: `The folder says what kind of page a file is; the kinds are fixed. Claims are lists in \`claims/<episode>.yaml\`;
everything else is one \`.md\` or \`.mdx\` file a page. A \`README.md\` may stand anywhere and is not a page.`,
  wrong: soundWith({ 'concept/rag.md': '---\ntitle: Retrieval\n---\n' }),
  right: SOUND,
});
