import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { links, roughDate, text } from './fields.ts';

export const guest = defineKind({
  name: 'guest',
  folder: 'guests',
  one: 'guest',
  many: 'guests',
  description: 'The people who speak, and what they did when they said it.',
  hue: 145,
  mark: 'square',
  neighbours: 9,
  storage: 'file',
  fields: {
    speakers: z.array(text()).optional().describe('Labels used for this person in transcripts'),
    lens: text().optional().describe('Where they start from when they judge a technology'),
    roles: z
      .array(
        z.strictObject({
          role: text(),
          organisation: text().optional(),
          since: roughDate().optional(),
          until: roughDate().optional(),
        }),
      )
      .optional()
      .describe('What they did when they said it; oldest first'),
    links: links().optional(),
  },
  backlinks: { by: 'Claims', features: 'Episodes', host: 'Hosts' },
  searched: ['lens', 'speakers', 'roles.role', 'roles.organisation'],
  isTopic: false,
  proseEdge: 'links',
  wantsBacklinks: true,
  template: (title) => `---
title: ${title}
speakers: [${firstWord(title)}]
roles:
  - role: Role at the time
    organisation: Organisation
summary: One sentence on who they are.
---
`,
});

/** Of a title that may stand between quotes. */
function firstWord(title: string): string {
  const text = title.startsWith('"') ? (JSON.parse(title) as string) : title;
  const [first = ''] = text.split(' ');
  return /^\p{Lu}[\p{L}'’-]+$/u.test(first) ? first : JSON.stringify(first);
}
