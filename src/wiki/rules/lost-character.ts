import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const lostCharacter = defineRule({
  code: 'lost-character',
  severity: 'error',
  explanation: `Content is UTF-8. Where a file is not, or where another program has already put \`\uFFFD\` in place of a
character it could not read, nobody can tell what was meant; the first such place of a file is named.`,
  wrong: soundWith({ 'resources/menu.md': '---\ntitle: Caf\uFFFD\n---\n' }),
  right: soundWith({ 'resources/menu.md': '---\ntitle: Café\n---\n' }),
});
