import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { link } from './fields.ts';

export const concept = defineKind({
  name: 'concept',
  folder: 'concepts',
  one: 'concept',
  many: 'concepts',
  description: 'The ideas and techniques the guests talk about.',
  hue: 255,
  mark: 'disc',
  neighbours: 9,
  storage: 'file',
  fields: {
    broader: z.array(link('concept', 'broader')).optional().describe('Concepts one step more general'),
    related: z.array(link('concept', 'related')).optional(),
  },
  backlinks: {
    about: 'Claims',
    broader: 'Narrower',
    compares: 'Compared',
    speaksFor: 'Spoken for',
    related: 'Related',
  },
  isTopic: true,
  proseEdge: 'links',
  wantsBacklinks: true,
  template: (title) => `---
title: ${title}
aliases: []
broader: []
summary: One sentence that says what it is.
---

What it is, what guests agree on, where they differ. Cite claims: [[claim:episode/claim]].
`,
});
