import type { z } from 'zod';
import type { mappingSchema } from '../mapping.ts';

/** The shapes of a community podcast’s site and the wiki beside it: `podcast:`, `person:`, `book:` links, tags for articles. */
export const datatalks: z.input<typeof mappingSchema> = {
  show: {
    slug: 'datatalks-club',
    title: 'DataTalks.Club',
    url: 'https://datatalks.club',
    hosts: [{ name: 'Alexey Grigorev', labels: ['Alexey'] }],
  },
  kinds: [
    { tag: 'comparison', kind: 'comparison' },
    { tag: 'how-to', kind: 'article', format: 'how-to' },
    { tag: 'roadmap', kind: 'article', format: 'roadmap' },
    { layout: 'article', kind: 'article', format: 'guide' },
    { layout: 'wiki', kind: 'concept' },
  ],
  fallback: 'concept',
  prefixes: { podcast: 'episode', person: 'guest', book: 'resource' },
  fields: {
    aliases: ['aliases', 'keyword', 'secondary_keywords'],
    related: ['related', 'related_wiki'],
  },
};
