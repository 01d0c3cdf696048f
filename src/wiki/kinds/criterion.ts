import { defineKind } from './define-kind.ts';
import { text } from './fields.ts';

export const criterion = defineKind({
  name: 'criterion',
  folder: 'criteria',
  one: 'criterion',
  many: 'criteria',
  description: 'What a choice is judged by; the same for every comparison.',
  hue: 100,
  mark: 'cross',
  neighbours: 7,
  storage: 'file',
  fields: { question: text().optional().describe('What somebody who chooses asks') },
  backlinks: { judgedBy: 'Claims', weighs: 'Comparisons' },
  searched: ['question'],
  isTopic: true,
  proseEdge: 'links',
  wantsBacklinks: true,
  template: (title) => `---
title: ${title}
question: What does somebody who chooses ask?
summary: One sentence on what is judged.
---
`,
});
