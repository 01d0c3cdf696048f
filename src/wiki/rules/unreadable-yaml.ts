import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const unreadableYaml = defineRule({
  code: 'unreadable-yaml',
  severity: 'error',
  explanation: `The keys of a page and the lists of claims are YAML 1.2. What cannot be read as YAML is not guessed at.

Most often a value that holds \`: \` or \` #\` lacks quotes, or a line is indented with a tab.`,
  wrong: soundWith({ 'concepts/rag.md': '---\ntitle: RAG: a guide\n---\nLooks things up [[claim:one/facts]].\n' }),
  right: soundWith({ 'concepts/rag.md': '---\ntitle: "RAG: a guide"\n---\nLooks things up [[claim:one/facts]].\n' }),
});
