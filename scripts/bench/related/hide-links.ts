import { type CompactEdge, type CompactGraph, EDGE_TYPES, packGraph } from '../../../src/wiki/graph/compact-graph.ts';
import { orderById } from '../../../src/wiki/graph/measures/order-by-id.ts';
import type { KindName } from '../../../src/wiki/kinds/index.ts';

/** A question: what a page was linked to before the links were hidden. */
export interface Question {
  row: number;
  hidden: ReadonlySet<number>;
}

export interface HiddenLinks {
  /** The graph without the hidden links. */
  graph: CompactGraph;
  questions: Question[];
  /** Which pages may be answered. */
  isCandidate(asked: number, row: number): boolean;
}

/** So many parts the links are dealt into; each is hidden once. */
const FOLDS = 5;
const SEED = 1;

/** Hides every curated `related` at once. What prose says stays: a page it links to may be the answer. Candidates are concepts, which alone `related` may name. */
export function hideCurated(graph: CompactGraph): HiddenLinks[] {
  const type = EDGE_TYPES.indexOf('related');
  const edges = edgesOf(graph);
  return [
    {
      graph: packGraph(
        graph.ids,
        graph.kinds,
        edges.filter((edge) => edge.type !== type),
      ),
      questions: questionsOf(edges.filter((edge) => edge.type === type)),
      isCandidate: (_, row) => graph.kinds[row] === 'concept',
    },
  ];
}

/** The same, but whatever else links the two, either way, is hidden with it. Candidates are concepts that are not linked. */
export function hideCuratedPairs(graph: CompactGraph): HiddenLinks[] {
  const type = EDGE_TYPES.indexOf('related');
  const gone = edgesOf(graph).filter((edge) => edge.type === type);
  return [withoutPairs(graph, gone, (row) => graph.kinds[row] === 'concept')];
}

/**
 * Hides a fifth of the links between topics at a time, with whatever else links the same two, either way. Candidates are
 * topics that are not linked to the page: what stays in sight is no answer (the filtered setting of link prediction,
 * Bordes et al. 2013).
 */
export function hideTopicLinks(graph: CompactGraph, isTopic: (kind: KindName) => boolean): HiddenLinks[] {
  const topic = (row: number) => isTopic(graph.kinds[row] as KindName);
  const between = edgesOf(graph).filter(({ source, target }) => topic(source) && topic(target));
  const pairs = [...new Set(between.map((edge) => pairOf(edge)))].sort();
  const order = orderById(
    pairs.map((pair) =>
      pair
        .split(' ')
        .map((row) => graph.ids[Number(row)])
        .join(' '),
    ),
    SEED,
  );
  const folds = new Map([...order].map((index, place) => [pairs[index], place % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) =>
    withoutPairs(
      graph,
      between.filter((edge) => folds.get(pairOf(edge)) === fold),
      topic,
    ),
  );
}

function withoutPairs(graph: CompactGraph, gone: CompactEdge[], isAnswer: (row: number) => boolean): HiddenLinks {
  const pairs = new Set(gone.map(pairOf));
  const kept = packGraph(
    graph.ids,
    graph.kinds,
    edgesOf(graph).filter((edge) => !pairs.has(pairOf(edge))),
  );
  const isLinked = (asked: number, row: number) =>
    kept.neighbours.subarray(kept.offsets[asked], kept.offsets[asked + 1]).includes(row);
  return {
    graph: kept,
    questions: questionsOf(gone),
    isCandidate: (asked, row) => isAnswer(row) && !isLinked(asked, row),
  };
}

function pairOf({ source, target }: CompactEdge): string {
  return source < target ? `${source} ${target}` : `${target} ${source}`;
}

function edgesOf({ sources, targets, types, counts }: CompactGraph): CompactEdge[] {
  return Array.from(sources, (source, edge) => ({
    source,
    target: targets[edge] as number,
    type: types[edge] as number,
    count: counts[edge] as number,
  }));
}

/** Asked from the page that wrote the link. */
function questionsOf(edges: readonly CompactEdge[]): Question[] {
  const hidden = new Map<number, Set<number>>();
  for (const { source, target } of edges) hidden.set(source, (hidden.get(source) ?? new Set()).add(target));
  return [...hidden].map(([row, targets]) => ({ row, hidden: targets })).sort((left, right) => left.row - right.row);
}
