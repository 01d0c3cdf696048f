import type { EdgeType } from './names.ts';

/** How a line is drawn: what belongs together, what takes sides or judges, what only points. */
export type Stroke = 'solid' | 'dashed' | 'dotted';

/** The stroke of every type of edge, for drawings and the map. */
export const EDGE_STROKES: Record<EdgeType, Stroke> = {
  links: 'dotted',
  cites: 'dotted',
  broader: 'solid',
  related: 'solid',
  host: 'solid',
  partOf: 'solid',
  features: 'solid',
  mentions: 'dotted',
  in: 'solid',
  by: 'solid',
  about: 'solid',
  judgedBy: 'dashed',
  speaksFor: 'dashed',
  takes: 'dashed',
  relates: 'dashed',
  compares: 'solid',
  weighs: 'dashed',
  holds: 'solid',
  sibling: 'dotted',
};
