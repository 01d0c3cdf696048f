import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const unknownLink = defineRule({
  code: 'unknown-link',
  severity: 'error',
  explanation: `A link names a page by its slug, its title or one of its aliases; case does not matter. Claims are named
\`[[claim:episode/id]]\`. A link that leads nowhere is an error, in prose and in keys alike.`,
  wrong: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nWhat [[ragg]] costs.\n' }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nWhat [[rag]] costs.\n' }),
});
