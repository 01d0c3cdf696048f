import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const unreadableFrontMatter = defineRule({
  code: 'unreadable-front-matter',
  severity: 'error',
  explanation: `A page begins with its keys: a line \`---\`, YAML, and another line \`---\`. Prose follows.`,
  wrong: soundWith({ 'guests/hans.md': 'title: Hans Host\n' }),
  right: soundWith({ 'guests/hans.md': '---\ntitle: Hans Host\n---\n' }),
});
