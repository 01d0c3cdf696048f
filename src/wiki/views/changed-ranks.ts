import type { NodeId } from '../corpus/node.ts';
import { kinds } from '../kinds/index.ts';
import { nearest } from './neighbourhood/nearest.ts';
import { onceAside } from './once.ts';
import { movedRankingsOf, relatedMeasureOf } from './related-measure.ts';
import { relatedTo } from './related-view.ts';

/** After so many pages, if most of them have other answers, nobody else is asked: then asking would cost more than it saves. */
const SAMPLE = 512;

/**
 * Pages whose `rank` may not be what it was when the context's `rankings` were kept: of those whose places may have moved all but the ones that,
 * asked again, answer what they did. When links changed, that is asked of every page, which is less work than making it.
 */
export const changedRankingsOf = onceAside((context): ReadonlySet<NodeId> | 'all' => {
  const before = context.rankings;
  const moved = movedRankingsOf(context);
  if (!before) return 'all';
  const { measure, graph, rowOf } = relatedMeasureOf(context);
  const old = new Map(before.words.ids.map((id, row) => [id, row]));
  const isSame = (now: number | undefined, was: number | undefined) => now === was || Number.isNaN(was);
  const changed = new Set<NodeId>();
  let asked = 0;
  for (const id of moved === 'all' ? graph.ids : moved) {
    const [row, was] = [rowOf.get(id), old.get(id)];
    // What was not asked before is not asked now.
    const [wasRelated, wasNearest] = was === undefined ? [] : [before.related[was], before.nearest[was]];
    const isKnown = was !== undefined && before.otherwise[was] === 0 && !Number.isNaN(wasRelated);
    if (row === undefined || !isKnown) {
      changed.add(id);
      continue;
    }
    if (asked++ === SAMPLE && moved === 'all' && changed.size > SAMPLE / 2) return 'all';
    relatedTo(context, id);
    if (!isSame(measure.asked.related[row], wasRelated)) changed.add(id);
    else if (!Number.isNaN(wasNearest)) {
      nearest(context, id, kinds[graph.kinds[row] as keyof typeof kinds].neighbours);
      if (!isSame(measure.asked.nearest[row], wasNearest)) changed.add(id);
    }
  }
  if (moved === 'all') for (const id of old.keys()) if (!rowOf.has(id)) changed.add(id);
  return changed;
});
