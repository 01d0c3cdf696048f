/** Every kind of page, in the order in which lists of kinds show them. */
export const KIND_NAMES = [
  'comparison',
  'concept',
  'position',
  'criterion',
  'claim',
  'guest',
  'episode',
  'show',
  'collection',
  'article',
  'resource',
] as const;
export type KindName = (typeof KIND_NAMES)[number];

/** Every type of edge, with the sentence that says it from source to target. */
export const EDGES = {
  links: 'links to',
  cites: 'cites',
  broader: 'is part of',
  related: 'is related to',
  host: 'is hosted by',
  partOf: 'is an episode of',
  features: 'features',
  mentions: 'mentions',
  in: 'was said in',
  by: 'was said by',
  about: 'is about',
  judgedBy: 'is judged by',
  speaksFor: 'speaks for',
  takes: 'takes a stance on',
  relates: 'relates to',
  compares: 'compares',
  weighs: 'weighs',
  holds: 'holds',
  sibling: 'sends readers to',
} as const;
export type EdgeType = keyof typeof EDGES;
