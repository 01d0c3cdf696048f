import type { ClaimLine, ClaimNode } from './claim-line.ts';
import type { ViewContext } from './view-context.ts';

/** What a citation of a claim says, but for where it is read. */
export interface ClaimReference {
  /** `episode/claim`. */
  slug: string;
  text: string;
  /** The speaker’s own words, when they are known. */
  quote?: string;
  guest: string;
  episode: string;
  show?: string;
  /** Day of the episode. */
  date?: string;
  /** As shown: `41:36`. */
  time: string;
}

export function claimReference(context: ViewContext, node: ClaimNode, line: ClaimLine): ClaimReference {
  const { graph } = context.wiki;
  return {
    slug: node.slug,
    text: line.text,
    quote: node.data.quote,
    guest: line.guest.title,
    episode: line.episode.title,
    show: graph.out(line.episode.id, 'partOf').map((edge) => graph.node(edge.target).title)[0],
    date: graph.date(node.id),
    time: line.time,
  };
}
