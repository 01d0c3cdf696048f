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
  const keepEvidence = (id: NodeId, other: NodeId) => {
    if (other.startsWith('claim:') || other.startsWith('episode:')) keepNewest(id, wiki.date(other));
  };
  for (const episode of wiki.ofKind('episode')) keepNewest(episode.id, episode.data.date);
  for (const claim of wiki.ofKind('claim')) {
    for (const { type, target } of wiki.out(claim.id)) if (type === 'in') keepNewest(claim.id, wiki.date(target));
  }
  for (const node of wiki.nodes) {
    if (node.kind === 'episode' || node.kind === 'claim') continue;
    for (const { target } of wiki.out(node.id)) keepEvidence(node.id, target);
    for (const { source } of wiki.in(node.id)) keepEvidence(node.id, source);
  }
}
