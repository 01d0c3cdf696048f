import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { formerly, link, oneOrMany, slug, text, timeRange } from './fields.ts';

export const CLAIM_TYPES = ['definition', 'rule', 'tradeoff', 'pitfall', 'result', 'example', 'prediction'] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const STANCES = ['supports', 'qualifies', 'opposes'] as const;
export type Stance = (typeof STANCES)[number];

export const CLAIM_STATUSES = ['proposed', 'reviewed', 'disputed', 'superseded'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];
/** What readers see says of itself: a proposed claim is no evidence. */
export type ShownStatus = Exclude<ClaimStatus, 'proposed'>;

export const CLAIM_RELATIONS = ['supports', 'contradicts', 'qualifies', 'supersedes'] as const;
export type ClaimRelation = (typeof CLAIM_RELATIONS)[number];

/** One thing a person says at one second. Its episode is the file it stands in. */
export const claim = defineKind({
  name: 'claim',
  folder: 'claims',
  one: 'claim',
  many: 'claims',
  description: 'What was said, by whom, at which second.',
  hue: 310,
  mark: 'dot',
  neighbours: 0,
  storage: 'list',
  fields: {
    id: slug(),
    by: link('guest', 'by'),
    at: oneOrMany(timeRange()).describe('When it is said, on the reference timeline: one time or range, or several'),
    approx: z.boolean().optional().describe('The second is an estimate'),
    text: text().describe('What is claimed, in our own words'),
    quote: text().optional().describe('The exact words, as in the transcript'),
    type: z.enum(CLAIM_TYPES),
    about: z.array(link('concept', 'about')).min(1),
    criterion: oneOrMany(link('criterion', 'judgedBy')).optional(),
    option: link('concept', 'speaksFor').optional().describe('The side of a choice it speaks for'),
    conditions: z.array(text()).optional().describe('When it holds'),
    takes: z
      .record(link('position', 'takes', 'value'), z.enum(STANCES))
      .optional()
      .describe('Position → supports, qualifies or opposes'),
    relations: z
      .array(z.strictObject({ kind: z.enum(CLAIM_RELATIONS), claim: link('claim', 'relates', 'kind') }))
      .optional(),
    status: z.enum(CLAIM_STATUSES).optional().describe('proposed unless said'),
    formerly: formerly().optional(),
    provenance: z
      .strictObject({
        method: z.enum(['person', 'agent', 'import']),
        tool: text().optional(),
        note: text().optional(),
      })
      .optional(),
  },
  backlinks: { cites: 'Cited in', holds: 'Collected in', relates: 'Claims that refer to it' },
  searched: ['quote', 'conditions'],
  wording: ['text', 'quote'],
  isTopic: false,
  proseEdge: 'cites',
  isHeldBack: ({ status = 'proposed' }) => status === 'proposed',
  wantsBacklinks: false,
  template: () => `- id: what-it-says
  by: guest-slug
  at: "26:30-31:38"
  text: >-
    One assertion, in our own words, with its conditions.
  type: rule
  about: [concept-slug]
  status: proposed
`,
});
