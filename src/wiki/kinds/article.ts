import { z } from 'zod';
import { defineKind } from './define-kind.ts';

export const article = defineKind({
  name: 'article',
  folder: 'articles',
  one: 'article',
  many: 'articles',
  description: 'Guides and how-tos written from the claims.',
  hue: 175,
  mark: 'sheet',
  neighbours: 7,
  storage: 'file',
  fields: { format: z.enum(['guide', 'how-to', 'roadmap', 'essay']).optional() },
  backlinks: {},
  searched: ['format'],
  isTopic: true,
  proseEdge: 'links',
  wantsBacklinks: false,
  template: (title) => `---
title: ${title}
format: guide
summary: One sentence on what the reader can do afterwards.
---

Cite claims: [[claim:episode/claim]].
`,
});
