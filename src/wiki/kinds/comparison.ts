import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { link, oneOrMany, prose, text } from './fields.ts';

export const VERDICTS = ['strong', 'partial', 'weak', 'depends'] as const;
export type Verdict = (typeof VERDICTS)[number];

const option = () => link('concept', 'compares');

/** X vs Y, or more. Every statement of fact in its prose cites a claim. */
export const comparison = defineKind({
  name: 'comparison',
  folder: 'comparisons',
  one: 'comparison',
  many: 'comparisons',
  description: 'Two or more ways to do it, cell by cell, with the evidence.',
  hue: 35,
  mark: 'diamond',
  neighbours: 6,
  storage: 'file',
  fields: {
    options: z.array(option()).min(2).describe('The concepts compared; two or more'),
    type: text().optional().describe('What sort of choice it is, such as architecture or method'),
    axis: text()
      .optional()
      .describe('What the choice is really between, such as "knowledge update vs model behaviour"'),
    question: text().optional().describe('The core question'),
    answer: prose().optional().describe('The short answer'),
    rule: oneOrMany(prose()).optional().describe('Decision rule, or several'),
    recipe: prose().optional().describe('What to do by default, and what to change it on'),
    take: prose().optional().describe('The editor’s opinion; set apart as opinion'),
    scope: prose().optional().describe('What this page leaves out'),
    siblings: z
      .array(z.strictObject({ when: text(), comparison: link('comparison', 'sibling') }))
      .optional()
      .describe('Where to go instead'),
    cells: z
      .array(
        z.strictObject({
          criterion: link('criterion', 'weighs'),
          option: option(),
          verdict: z.enum(VERDICTS).optional(),
          text: prose(),
        }),
      )
      .optional()
      .describe('One sentence for a criterion and an option; claims join by themselves'),
    choose: z
      .array(z.strictObject({ option: option(), when: z.array(prose()).min(1) }))
      .optional()
      .describe('Choose an option when …'),
    cards: z
      .array(
        z.strictObject({
          option: option(),
          what: prose().optional(),
          own: prose().optional().describe('What you own and must look after'),
          best: prose().optional().describe('Best for'),
          upfront: prose().optional().describe('Cost up front'),
          use: prose().optional().describe('Cost per use'),
          freshness: prose().optional(),
          examples: z.array(prose()).optional(),
          steps: z.array(prose()).optional().describe('How it works, step by step'),
        }),
      )
      .optional(),
    combine: z.array(prose()).optional().describe('When to combine them'),
    stages: z
      .array(z.strictObject({ stage: text(), text: prose() }))
      .optional()
      .describe('What teams choose by stage'),
    differences: z
      .array(z.strictObject({ guest: link('guest', 'links'), text: prose() }))
      .optional()
      .describe('How each guest looks at it'),
    confusions: z.array(prose()).optional().describe('Where people confuse them'),
    mistakes: z.array(prose()).optional(),
    tradeoffs: z
      .array(z.strictObject({ on: text(), sides: z.array(z.strictObject({ option: option(), text: prose() })).min(2) }))
      .optional(),
    evaluation: z.array(prose()).optional().describe('Questions to measure with before and after'),
    scenarios: z.array(z.strictObject({ situation: prose(), choice: oneOrMany(option()), why: prose() })).optional(),
    code: z.strictObject({ language: text(), caption: text(), source: z.string().min(1) }).optional(),
    faq: z.array(z.strictObject({ question: text(), answer: prose() })).optional(),
    interview: prose().optional().describe('How to talk about it in an interview'),
    guide: z
      .array(
        z.strictObject({
          question: text(),
          answers: z
            .array(
              z.strictObject({
                answer: text(),
                weighs: z
                  .record(link('criterion', 'weighs'), z.int().min(-3).max(3))
                  .describe('Criterion → weight from -3 to 3'),
              }),
            )
            .min(2),
        }),
      )
      .optional()
      .describe('Questions whose answers weigh criteria'),
    explanation: z
      .strictObject({ claim: link('claim', 'cites'), why: text() })
      .optional()
      .describe('The moment that explains it best'),
  },
  backlinks: { sibling: 'Sent here from' },
  searched: ['question', 'axis', 'type', 'faq.question'],
  isTopic: true,
  proseEdge: 'links',
  wantsBacklinks: false,
  template: (title) => `---
title: ${title}
options: [one-concept, another-concept]
axis: what the choice is really between
question: Which should I use?
answer: >-
  The short answer, with a citation [[claim:episode/claim]].
cells:
  - criterion: cost
    option: one-concept
    verdict: partial
    text: One sentence [[claim:episode/claim]].
---
`,
});
