import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { link, text } from './fields.ts';

export const collection = defineKind({
  name: 'collection',
  folder: 'collections',
  one: 'collection',
  many: 'collections',
  description: 'Hand-picked paths through the archive, claim by claim.',
  hue: 200,
  mark: 'stack',
  neighbours: 7,
  storage: 'file',
  fields: {
    claims: z
      .array(z.strictObject({ claim: link('claim', 'holds'), why: text().optional().describe('Why it is here') }))
      .min(1),
  },
  backlinks: {},
  searched: ['claims.why'],
  isTopic: true,
  proseEdge: 'links',
  wantsBacklinks: false,
  template: (title) => `---
title: ${title}
summary: One sentence on what you know after listening.
claims:
  - claim: episode/claim
    why: Why it comes first.
---
`,
});
