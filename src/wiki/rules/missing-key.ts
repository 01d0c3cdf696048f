import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const missingKey = defineRule({
  code: 'missing-key',
  severity: 'error',
  explanation: `Some keys a page cannot do without: a page has a title; a claim says who, when and what.`,
  wrong: soundWith({ 'guests/hans.md': '---\nsummary: Asks the questions.\n---\n' }),
  right: soundWith({ 'guests/hans.md': '---\ntitle: Hans Host\nsummary: Asks the questions.\n---\n' }),
});
