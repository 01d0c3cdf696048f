import type { z } from 'zod';
import type { mappingSchema } from '../mapping.ts';

/** A vault as Obsidian keeps it: folders, tags, `aliases`. */
export const obsidian: z.input<typeof mappingSchema> = {
  kinds: [
    { tag: 'comparison', kind: 'comparison' },
    { folder: 'Comparisons', kind: 'comparison' },
    { tag: 'article', kind: 'article' },
    { folder: 'Articles', kind: 'article' },
    { folder: 'People', kind: 'guest' },
    { tag: 'person', kind: 'guest' },
  ],
  fallback: 'concept',
  marks: 'obsidian',
};
