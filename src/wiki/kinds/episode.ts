import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { date, link, links, text, time, url } from './fields.ts';

const medium = z.strictObject({
  youtube: z
    .string()
    .regex(/^[\w-]{11}$/, { error: 'is not a YouTube id: 11 letters, digits, `-` or `_`' })
    .optional(),
  audio: url().optional(),
  video: url().optional(),
  reference: z.boolean().optional().describe('Times are counted on this medium; the first one unless said'),
  offset: z
    .number()
    .optional()
    .describe('Seconds to add to a time on the reference timeline to find it in this medium'),
});

export const episode = defineKind({
  name: 'episode',
  folder: 'episodes',
  one: 'episode',
  many: 'episodes',
  description: 'The conversations, each on one time ruler.',
  hue: 55,
  mark: 'bar',
  neighbours: 9,
  storage: 'file',
  fields: {
    show: link('show', 'partOf').optional(),
    season: z.int().min(0).optional(),
    number: z.int().min(0).optional(),
    date: date().optional(),
    duration: time().optional(),
    guests: z.array(link('guest', 'features')).optional(),
    media: z.array(medium).optional(),
    chapters: z.array(z.strictObject({ at: time(), title: text() })).optional(),
    resources: z.array(link('resource', 'mentions')).optional(),
    links: links().optional(),
  },
  backlinks: { in: 'Claims', mentions: 'Resources mentioned' },
  searched: ['chapters.title'],
  isTopic: false,
  proseEdge: 'links',
  wantsBacklinks: false,
  template: (title) => `---
title: ${title}
show:
date: 2026-01-31
duration: "1:00:00"
guests: []
media:
  - youtube: ""
chapters:
  - at: "0:00"
    title: Introduction
summary: One sentence on what the conversation covers.
---
`,
});
