import type { NodeId } from '../corpus/node.ts';
import type { WikiGraph } from './wiki-graph.ts';

/**
 * Dates come from evidence: an episode has its own; a claim its episode's; every other page the newest date of the
 * claims it cites, holds or is pointed at by, or of the episodes that name it. Nothing dated, no date.
 */
export function assignDates(wiki: WikiGraph): void {
  for (const { id, data } of wiki.ofKind('episode')) if (data.date !== undefined) wiki.assignDate(id, data.date);
  for (const { id } of wiki.ofKind('claim')) {
    const episode = wiki.out(id).find((edge) => edge.type === 'in');
    const date = episode && wiki.date(episode.target);
    if (date !== undefined) wiki.assignDate(id, date);
  }
  // Only episodes and claims have dates so far, from which the others have theirs.
  const others: [NodeId, string][] = [];
  for (const { id, kind } of wiki.nodes) {
    if (kind === 'episode' || kind === 'claim') continue;
    let newest: string | undefined;
    for (const { target } of wiki.out(id)) newest = newer(newest, wiki.date(target));
    for (const { source } of wiki.in(id)) newest = newer(newest, wiki.date(source));
    if (newest !== undefined) others.push([id, newest]);
  }
  for (const [id, date] of others) wiki.assignDate(id, date);
}

function newer(known: string | undefined, date: string | undefined): string | undefined {
  return known === date || date === undefined || (known !== undefined && known > date) ? known : date;
}
