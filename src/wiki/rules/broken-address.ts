import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const brokenAddress = defineRule({
  code: 'broken-address',
  severity: 'error',
  explanation: `An address that was once published is kept in other people’s notes and papers. \`addresses.lock.yaml\` lists them
(\`onrecord addresses --lock\` adds those of today); every one must still be a page or lead to one. A page that was renamed or moved keeps its
old addresses in \`formerly\`.`,
  wrong: soundWith({ 'addresses.lock.yaml': '- concepts/rag/\n- concepts/retrieval-generation/\n' }),
  right: soundWith({
    'addresses.lock.yaml': '- concepts/rag/\n- concepts/retrieval-generation/\n',
    'concepts/rag.md':
      '---\ntitle: RAG\nformerly: [concepts/retrieval-generation]\n---\nLooks things up [[claim:one/facts]].\n',
  }),
});
