import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { link, links, text, url } from './fields.ts';

export const show = defineKind({
  name: 'show',
  folder: 'shows',
  one: 'show',
  many: 'shows',
  description: 'The podcasts and channels this archive is drawn from.',
  hue: 20,
  mark: 'bars',
  neighbours: 7,
  storage: 'file',
  fields: {
    url: url().optional(),
    hosts: z
      .array(
        z.strictObject({
          guest: link('guest', 'host'),
          labels: z.array(text()).optional().describe('Names used for the host in transcripts'),
        }),
      )
      .optional(),
    transcripts: z
      .enum(['private', 'published'])
      .optional()
      .describe(
        'Whether transcripts may stand on the site: `published` makes every word searchable; private unless said',
      ),
    links: links().optional(),
  },
  backlinks: { partOf: 'Episodes' },
  isTopic: false,
  proseEdge: 'links',
  wantsBacklinks: false,
  template: (title) => `---
title: ${title}
url: https://example.org
hosts: []
summary: One sentence on what the show is about.
---

What this show is, and why it is here.
`,
});
