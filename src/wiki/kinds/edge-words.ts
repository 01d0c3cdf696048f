import { EDGES, type EdgeType } from './names.ts';

/** Every type of edge, with the words that say it from target to source. */
export const EDGES_BACK: Record<EdgeType, string> = {
  links: 'is linked from',
  cites: 'is cited by',
  broader: 'includes',
  related: 'is related to',
  host: 'hosts',
  partOf: 'has the episode',
  features: 'is featured in',
  mentions: 'is mentioned in',
  in: 'is the conversation with',
  by: 'said',
  about: 'is the subject of',
  judgedBy: 'is the measure of',
  speaksFor: 'is spoken for by',
  takes: 'is weighed by',
  relates: 'is taken up by',
  compares: 'is compared in',
  weighs: 'is weighed in',
  holds: 'is held by',
  sibling: 'is recommended by',
};

/** `is judged by` → `are judged by`, `cites` → `cite`: the phrase of an edge when two pages have it. */
export function pluralPhrase(phrase: string): string {
  if (phrase === EDGES.partOf) return 'are episodes of';
  const [verb = '', ...rest] = phrase.split(' ');
  const plural = verb === 'is' ? 'are' : verb === 'was' ? 'were' : verb.replace(/s$/, '');
  return [plural, ...rest].join(' ');
}

/** What `from EDGE to` says, `isForward` telling which of them wrote the link: `is judged by`, `is cited by`. */
export function edgePhrase(type: EdgeType, isForward: boolean): string {
  return isForward ? EDGES[type] : EDGES_BACK[type];
}

/** Edges that say where or by whom something was said, not what it is about. They hold a conversation together whatever its topics are. */
export const SETTING_EDGES: ReadonlySet<EdgeType> = new Set(['host', 'partOf', 'features', 'in', 'by']);
