import type { NodeId } from '../../corpus/node.ts';
import { EDGE_STROKES, type Stroke } from '../../kinds/edge-strokes.ts';
import { KIND_NAMES, type KindName, kinds } from '../../kinds/index.ts';
import { EDGES, type EdgeType } from '../../kinds/names.ts';
import { compareText } from '../../text/order.ts';
import { count } from '../../text/plain.ts';
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

/** A written link counts as many shared claims, a link in passing as fewer. */
const DIRECT = 3;
const IN_PASSING = 1;

/**
 * The pages closest to one, by links between the two and by claims that speak of both, each divided by the square root
 * of how much leads to the neighbour at all: a page that everything touches is nobody's neighbour (Salton's cosine, with
 * one side constant). No kind takes more than a third of the places while others wait. O(links of the page, and of the
 * claims that link to it).
 */
export function nearest(context: ViewContext, id: NodeId, most: number): Near[] {
  if (most === 0) return [];
  const { graph } = context.wiki;
  const direct = new Map<NodeId, { type: EdgeType; isOut: boolean }>();
  const shared = new Map<NodeId, number>();
  const isListed = (node: NodeId) => kinds[graph.node(node).kind].storage === 'list';
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

  const scored = [...new Set([...direct.keys(), ...shared.keys()])].map((other) => {
    const tie = direct.get(other);
    const claims = shared.get(other) ?? 0;
    const spread = graph.in(other).length + 1;
    const written = tie ? (passing(tie.type) ? IN_PASSING : DIRECT) : 0;
    return { id: other, kind: graph.node(other).kind, tie, claims, score: (written + claims) / Math.sqrt(spread) };
  });
  scored.sort((left, right) => right.score - left.score || compareText(left.id, right.id));
  return mixed(scored, most).map(({ id: other, kind, tie, claims }) => ({
    id: other,
    kind,
    stroke: tie ? EDGE_STROKES[tie.type] : 'solid',
    shared: claims,
    words: tieWords(tie, claims),
  }));
}

/** A claim is passed through from every page it speaks of; where it leads is found once a context. */
const known = new WeakMap<ViewContext, Map<NodeId, readonly NodeId[]>>();

function reachedBy(context: ViewContext, claim: NodeId): readonly NodeId[] {
  let pages = known.get(context);
  if (!pages) {
    pages = new Map();
    known.set(context, pages);
  }
  let reached = pages.get(claim);
  if (!reached) {
    const { graph } = context.wiki;
    const targets = new Set(graph.out(claim).map(({ target }) => target));
    reached = [...targets].filter((target) => kinds[graph.node(target).kind].storage !== 'list');
    pages.set(claim, reached);
  }
  return reached;
}

/** 1 for links that only point. */
function passing(type: EdgeType): number {
  return EDGE_STROKES[type] === 'dotted' ? 1 : 0;
}

/** The first `most`, at most a third of each kind until the kinds run out; then in the order of kinds, closest first. */
function mixed<T extends { id: NodeId; kind: KindName; score: number }>(scored: readonly T[], most: number): T[] {
  const perKind = new Map<KindName, number>();
  const first: T[] = [];
  const rest: T[] = [];
  for (const one of scored) {
    const taken = perKind.get(one.kind) ?? 0;
    perKind.set(one.kind, taken + 1);
    (taken < Math.ceil(most / 3) ? first : rest).push(one);
  }
  const order = (kind: KindName) => KIND_NAMES.indexOf(kind);
  return [...first, ...rest]
    .slice(0, most)
    .sort(
      (left, right) =>
        order(left.kind) - order(right.kind) || right.score - left.score || compareText(left.id, right.id),
    );
}

function tieWords(tie: { type: EdgeType; isOut: boolean } | undefined, claims: number): Near['words'] {
  const both = claims > 0 ? `${count(claims, 'claim')} ${claims === 1 ? 'speaks' : 'speak'} of both` : undefined;
  if (!tie) return { behind: both };
  if (tie.isOut) return { before: EDGES[tie.type], behind: both };
  return { behind: `${EDGES[tie.type]} it${both ? `; ${both}` : ''}` };
}
