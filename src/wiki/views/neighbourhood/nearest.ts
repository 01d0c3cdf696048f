import { kindOf, type NodeId } from '../../corpus/node.ts';
import { EDGE_STROKES, type Stroke } from '../../kinds/edge-strokes.ts';
import { KIND_NAMES, type KindName, kinds } from '../../kinds/index.ts';
import { EDGES, type EdgeType } from '../../kinds/names.ts';
import { count } from '../../text/plain.ts';
import { onceEach } from '../once.ts';
import { relatedMeasureOf } from '../related-measure.ts';
import type { ViewContext } from '../view-context.ts';

/** A page close to another, and what ties them. */
export interface Near {
  id: NodeId;
  kind: KindName;
  stroke: Stroke;
  /** Listed pages, such as claims, that speak of both. */
  shared: number;
  /** The tie in words that go before its name (`before`) or behind it. */
  words: { before?: string; behind?: string };
}

/**
 * The pages closest to one among those it is tied to, by a link or by claims that speak of both: by the same measure that says what
 * is related, so that of its own group it shows those that are suggested first. No kind takes more than a third of the places while
 * others wait. O(links of the page, and of the claims that link to it) beside the measure.
 */
export function nearest(context: ViewContext, id: NodeId, most: number): Near[] {
  if (most === 0) return [];
  const { graph } = context.wiki;
  const direct = new Map<NodeId, { type: EdgeType; isOut: boolean }>();
  const shared = new Map<NodeId, number>();
  const isListed = (node: NodeId) => kinds[kindOf(node)].storage === 'list';
  const meet = (other: NodeId, type: EdgeType, isOut: boolean) => {
    const before = direct.get(other);
    if (!before || passing(type) < passing(before.type)) direct.set(other, { type, isOut });
  };
  const listed = new Set<NodeId>();
  for (const { target, type } of graph.out(id)) {
    if (target === id) continue;
    if (isListed(target)) listed.add(target);
    else meet(target, type, true);
  }
  for (const { source, type } of graph.in(id)) {
    if (source === id) continue;
    if (isListed(source)) listed.add(source);
    else meet(source, type, false);
  }
  for (const claim of listed) {
    for (const target of reachedBy(context, claim))
      if (target !== id) shared.set(target, (shared.get(target) ?? 0) + 1);
  }

  const ties = new Set([...direct.keys(), ...shared.keys()]);
  return foremost(context, id, ties, most).map((other) => {
    const tie = direct.get(other);
    const claims = shared.get(other) ?? 0;
    return {
      id: other,
      kind: kindOf(other),
      stroke: tie ? EDGE_STROKES[tie.type] : 'solid',
      shared: claims,
      words: tieWords(tie, claims),
    };
  });
}

/** `most` of the tied pages, by kind, within a kind the closest first. */
function foremost(context: ViewContext, id: NodeId, ties: ReadonlySet<NodeId>, most: number): NodeId[] {
  context.notes?.rank(id);
  const { graph, measure, rowOf, groups } = relatedMeasureOf(context);
  const row = rowOf.get(id) as number;
  const idOf = (other: number) => graph.ids[other] as NodeId;
  const tied = [...ties].map((other) => rowOf.get(other) as number);
  const nearest = measure.nearest(row, tied).map((near) => near.row);
  const chosen = mixed(nearest, (other) => graph.kinds[other] as KindName, most);
  // Where Related and the drawing choose from the same pages, they say the same.
  const own = measure
    .nearest(
      row,
      tied.filter((other) => groups[other] === groups[row]),
    )
    .map((near) => near.row);
  const isOwn = new Set(own);
  const kept = chosen.filter((other) => !isOwn.has(other));
  const rows = [...own.slice(0, chosen.length - kept.length), ...kept];
  const place = (other: number) => KIND_NAMES.indexOf(graph.kinds[other] as KindName);
  return rows.sort((left, right) => place(left) - place(right)).map(idOf);
}

/** A claim is passed through from every page it speaks of. */
const reachedBy = onceEach('reached-by', (context, claim: NodeId): readonly NodeId[] => {
  const { graph } = context.wiki;
  const targets = new Set(graph.out(claim).map(({ target }) => target));
  return [...targets].filter((target) => kinds[kindOf(target)].storage !== 'list');
});

/** 1 for links that only point. */
function passing(type: EdgeType): number {
  return EDGE_STROKES[type] === 'dotted' ? 1 : 0;
}

/** The first `most`, at most a third of each kind until the kinds run out. */
function mixed(rows: readonly number[], kindOf: (row: number) => KindName, most: number): number[] {
  const perKind = new Map<KindName, number>();
  const first: number[] = [];
  const rest: number[] = [];
  for (const row of rows) {
    const taken = perKind.get(kindOf(row)) ?? 0;
    perKind.set(kindOf(row), taken + 1);
    (taken < Math.ceil(most / 3) ? first : rest).push(row);
  }
  return [...first, ...rest].slice(0, most);
}

function tieWords(tie: { type: EdgeType; isOut: boolean } | undefined, claims: number): Near['words'] {
  const both = claims > 0 ? `${count(claims, 'claim')} ${claims === 1 ? 'speaks' : 'speak'} of both` : undefined;
  if (!tie) return { behind: both };
  if (tie.isOut) return { before: EDGES[tie.type], behind: both };
  return { behind: `${EDGES[tie.type]} it${both ? `; ${both}` : ''}` };
}
