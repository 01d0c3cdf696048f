import type { AnyNode, NodeId } from '../corpus/node.ts';
import { isPublished } from '../graph/published-graph.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';
import { compareText } from '../text/order.ts';
import { asList } from '../text/plain.ts';

/** A claim that nobody has reviewed, for curators. It is no evidence, so no view of a page holds it. */
export interface Proposal {
  id: NodeId;
  /** Ranges as written. */
  at: string[];
  /** Name of who is said to have said it. */
  by: string;
  text: string;
  file: string;
}

/** The proposed claims of an episode, by id. `wiki` is everything that was written. */
export function proposals(wiki: WikiGraph, episode: NodeId): Proposal[] {
  return wiki
    .in(episode, 'in')
    .map((edge) => wiki.node(edge.source) as Extract<AnyNode, { kind: 'claim' }>)
    .filter((claim) => !isPublished(claim))
    .map(({ id, data, file }) => {
      const guest = wiki.out(id, 'by')[0]?.target;
      return { id, at: asList(data.at), by: guest ? wiki.node(guest).title : data.by, text: data.text, file };
    })
    .sort((left, right) => compareText(left.id, right.id));
}
