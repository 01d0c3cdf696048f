import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const badFileName = defineRule({
  code: 'bad-file-name',
  severity: 'error',
  explanation: `The file name is the page's address for ever: lower-case letters and digits of any script, joined by single
hyphens, 60 characters at most. The name people read is the \`title\`.`,
  wrong: soundWith({ 'resources/My Book.md': '---\ntitle: My Book\n---\n' }),
  right: soundWith({ 'resources/my-book.md': '---\ntitle: My Book\n---\n' }),
});
