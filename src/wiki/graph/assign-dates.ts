import type { NodeId } from '../corpus/node.ts';
import type { WikiGraph } from './wiki-graph.ts';

/**
 * Dates come from evidence: an episode has its own; a claim its episode's; every other page the newest date of the
 * claims it cites, holds or is pointed at by, or of the episodes that name it. Nothing dated, no date.
 */
export function assignDates(wiki: WikiGraph): void {
  const keepNewest = (id: NodeId, date: string | undefined) => {
    if (date === undefined) return;
    const known = wiki.date(id);
    if (known === undefined || known < date) wiki.assignDate(id, date);
  };
  for (const episode of wiki.ofKind('episode')) keepNewest(episode.id, episode.data.date);
  for (const claim of wiki.ofKind('claim')) {
    for (const edge of wiki.out(claim.id, 'in')) keepNewest(claim.id, wiki.date(edge.target));
  }
  for (const node of wiki.nodes) {
    if (node.kind === 'episode' || node.kind === 'claim') continue;
    for (const edge of [...wiki.out(node.id), ...wiki.in(node.id)]) {
      const other = edge.source === node.id ? edge.target : edge.source;
      const { kind } = wiki.node(other);
      if (kind === 'claim' || kind === 'episode') keepNewest(node.id, wiki.date(other));
    }
  }
}
