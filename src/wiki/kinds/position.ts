import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { link } from './fields.ts';

export const position = defineKind({
  name: 'position',
  folder: 'positions',
  one: 'position',
  many: 'positions',
  description: 'Statements one can disagree with, and who does.',
  hue: 355,
  mark: 'triangle',
  neighbours: 7,
  storage: 'file',
  fields: { about: z.array(link('concept', 'about')).optional() },
  backlinks: { takes: 'Stances' },
  isTopic: true,
  proseEdge: 'links',
  wantsBacklinks: true,
  template: (title) => `---
title: ${title}
about: []
---

What is at stake.
`,
});
