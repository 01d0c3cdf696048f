import { z } from 'zod';
import { KIND_NAMES } from '../kinds/names.ts';

/** How a foreign archive or wiki maps to ours. Kept as YAML; `onrecord import --mapping FILE`. */
export const mappingSchema = z.strictObject({
  show: z
    .strictObject({
      slug: z.string(),
      title: z.string(),
      url: z.url().optional(),
      hosts: z.array(z.strictObject({ name: z.string(), labels: z.array(z.string()) })).optional(),
    })
    .optional()
    .describe('The show imported episodes belong to'),
  kinds: z
    .array(
      z.strictObject({
        tag: z.string().optional().describe('A tag of the front matter, or `#tag` in the text; nested ones fit too'),
        folder: z.string().optional().describe('The name of any folder it lies in'),
        layout: z.string().optional().describe('The key `layout` of the front matter'),
        kind: z.enum(KIND_NAMES),
        format: z.enum(['guide', 'how-to', 'roadmap', 'essay']).optional(),
      }),
    )
    .default([])
    .describe('The first line that fits a page says what it becomes'),
  fallback: z.enum(KIND_NAMES).default('concept').describe('What a page becomes that none fits'),
  prefixes: z
    .record(z.string(), z.enum(KIND_NAMES))
    .default({})
    .describe('Link prefix → kind: `[[podcast:slug]]` → episode'),
  marks: z
    .enum(['obsidian'])
    .optional()
    .describe('`obsidian` leaves out what Obsidian never shows: comments between %% and marks of blocks (^id)'),
  fields: z
    .strictObject({
      title: z.array(z.string()).default(['title']),
      summary: z.array(z.string()).default(['summary', 'description']),
      aliases: z.array(z.string()).default(['aliases', 'alias']),
      related: z.array(z.string()).default(['related']),
    })
    .prefault({})
    .describe('Which keys carry what; the first that is there counts'),
});
export type Mapping = z.output<typeof mappingSchema>;
