import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { link, roughDate, text, time, url } from './fields.ts';

export const resource = defineKind({
  name: 'resource',
  folder: 'resources',
  one: 'resource',
  many: 'resources',
  description: 'Books, tools and papers that were mentioned, and when.',
  hue: 225,
  mark: 'ring',
  neighbours: 6,
  storage: 'file',
  fields: {
    type: z.enum(['book', 'tool', 'paper', 'course', 'dataset', 'site']).optional(),
    url: url().optional(),
    authors: z.array(text()).optional(),
    year: roughDate().optional(),
    mentionedIn: z
      .array(z.strictObject({ episode: link('episode', 'mentions', 'at'), at: time().optional() }))
      .optional(),
  },
  backlinks: { mentions: 'Episodes' },
  searched: ['type', 'authors'],
  isTopic: true,
  proseEdge: 'links',
  wantsBacklinks: false,
  template: (title) => `---
title: ${title}
type: tool
url: https://example.org
mentionedIn: []
---
`,
});
