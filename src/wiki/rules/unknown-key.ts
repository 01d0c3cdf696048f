import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const unknownKey = defineRule({
  code: 'unknown-key',
  severity: 'error',
  explanation: `Every kind of page has a fixed set of keys. A key outside it would be lost without a word, so it is an error:
most often it is a slip of the pen.`,
  wrong: soundWith({ 'guests/hans.md': '---\ntitle: Hans Host\nalias: [Hans]\n---\n' }),
  right: soundWith({ 'guests/hans.md': '---\ntitle: Hans Host\naliases: [Hans]\n---\n' }),
});
