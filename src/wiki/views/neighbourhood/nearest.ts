import { kindOf, type NodeId } from '../../corpus/node.ts';
import { EDGE_STROKES, type Stroke } from '../../kinds/edge-strokes.ts';
import { KIND_NAMES, type KindName, kinds } from '../../kinds/index.ts';
import { EDGES, type EdgeType } from '../../kinds/names.ts';
import { fingerprintNumber } from '../../text/fingerprint.ts';
import { count } from '../../text/plain.ts';
import { packedGraphOf } from '../packed-graph.ts';
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
  context.notes?.rank(id);
  const { rowOf, measure } = relatedMeasureOf(context);
  const row = rowOf.get(id) as number;
  const direct = directTies(context, id);
  const shared = sharedEntries(context, row);
  const tied = new Set(shared.keys());
  for (const other of direct.keys()) tied.add(rowOf.get(other) as number);
  const near = foremost(context, row, [...tied], most).map(({ row: place, id: other }) => {
    const tie = direct.get(other);
    const claims = shared.get(place) ?? 0;
    return {
      id: other,
      kind: kindOf(other),
      stroke: tie ? EDGE_STROKES[tie.type] : 'solid',
      shared: claims,
      words: tieWords(tie, claims),
    };
  });
  measure.asked.nearest[row] = fingerprintNumber(JSON.stringify(near));
  return near;
}

interface Tie {
  type: EdgeType;
  isOut: boolean;
}

/** Pages linked with one, either way: of several links the first that does more than point. */
function directTies({ wiki: { graph } }: ViewContext, id: NodeId): Map<NodeId, Tie> {
  const direct = new Map<NodeId, Tie>();
  const meet = (other: NodeId, type: EdgeType, isOut: boolean) => {
    if (other === id || isListed(kindOf(other))) return;
    const before = direct.get(other);
    if (!before || passing(type) < passing(before.type)) direct.set(other, { type, isOut });
  };
  for (const { target, type } of graph.out(id)) meet(target, type, true);
  for (const { source, type } of graph.in(id)) meet(source, type, false);
  return direct;
}

/** Pages that entries of lists, such as claims, speak of beside one that they are linked with, and how many do: by row. */
function sharedEntries(context: ViewContext, row: number): Map<number, number> {
  const { offsets, neighbours, links, sources, kinds: kindsOf } = packedGraphOf(context);
  const shared = new Map<number, number>();
  const entries = new Set<number>();
  for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
    const other = neighbours[at] as number;
    if (isListed(kindsOf[other] as KindName)) entries.add(other);
  }
  for (const entry of entries) {
    // What it links to stands by target.
    let before = -1;
    for (let next = offsets[entry] as number; next < (offsets[entry + 1] as number); next++) {
      const target = neighbours[next] as number;
      if (sources[links[next] as number] !== entry || target === before || target === row) continue;
      before = target;
      if (!isListed(kindsOf[target] as KindName)) shared.set(target, (shared.get(target) ?? 0) + 1);
    }
  }
  return shared;
}

function isListed(kind: KindName): boolean {
  return kinds[kind].storage === 'list';
}

/** `most` of the tied pages, by kind, within a kind the closest first. */
function foremost(
  context: ViewContext,
  row: number,
  tied: readonly number[],
  most: number,
): { row: number; id: NodeId }[] {
  const { graph, measure, groups } = relatedMeasureOf(context);
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
  return rows
    .sort((left, right) => place(left) - place(right))
    .map((other) => ({ row: other, id: graph.ids[other] as NodeId }));
}

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

function tieWords(tie: Tie | undefined, claims: number): Near['words'] {
  const both = claims > 0 ? `${count(claims, 'claim')} ${claims === 1 ? 'speaks' : 'speak'} of both` : undefined;
  if (!tie) return { behind: both };
  if (tie.isOut) return { before: EDGES[tie.type], behind: both };
  return { behind: `${EDGES[tie.type]} it${both ? `; ${both}` : ''}` };
}
