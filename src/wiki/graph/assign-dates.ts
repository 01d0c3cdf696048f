import type { NodeId } from '../corpus/node.ts';
import type { WikiGraph } from './wiki-graph.ts';

/**
 * Dates come from evidence: an episode has its own; a claim its episode's; every other page the newest date of the
 * claims it cites, holds or is pointed at by, or of the episodes that name it. Nothing dated, no date.
 */
export function assignDates(wiki: WikiGraph): void {
  /** Of episodes and claims, from which the others have theirs. */
  const evidence = new Map<NodeId, string>();
  for (const { id, data } of wiki.ofKind('episode')) if (data.date !== undefined) evidence.set(id, data.date);
  for (const { id } of wiki.ofKind('claim')) {
    const episode = wiki.out(id).find((edge) => edge.type === 'in');
    const date = episode && evidence.get(episode.target);
    if (date !== undefined) evidence.set(id, date);
  }
  for (const [id, date] of evidence) wiki.assignDate(id, date);
  for (const { id, kind } of wiki.nodes) {
    if (kind === 'episode' || kind === 'claim') continue;
    let newest: string | undefined;
    for (const { target } of wiki.out(id)) newest = newer(newest, evidence.get(target));
    for (const { source } of wiki.in(id)) newest = newer(newest, evidence.get(source));
    if (newest !== undefined) wiki.assignDate(id, newest);
  }
}

function newer(known: string | undefined, date: string | undefined): string | undefined {
  return known === date || date === undefined || (known !== undefined && known > date) ? known : date;
}
