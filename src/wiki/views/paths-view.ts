import type { NodeId } from '../corpus/node.ts';
import { compactGraph, EDGE_TYPES } from '../graph/compact-graph.ts';
import type { EdgeType } from '../kinds/names.ts';
import type { Wiki } from '../wiki.ts';
import { type FoundPath, pathsBetween, stepCost, stepWords } from './contracts/paths.ts';

/** One step of a path. */
export interface PathStep {
  from: NodeId;
  to: NodeId;
  type: EdgeType;
  /** Whether `from` wrote the link. */
  isForward: boolean;
  /** What it says, read from `from` to `to`: `is judged by`. */
  words: string;
}

export interface PathView {
  steps: PathStep[];
  /** See `pathsBetween`. */
  cost: number;
}

/** So many ways to connect two pages are read. */
export const MAX_PATHS = 5;

/** How two pages connect: the most telling paths, each step in words; none where nothing joins them. */
export function pathsView(
  { graph: wiki }: Pick<Wiki, 'graph'>,
  from: NodeId,
  to: NodeId,
  most = MAX_PATHS,
): PathView[] {
  const graph = compactGraph(wiki);
  const typeOf = (link: number) => EDGE_TYPES[graph.types[link] as number] as EdgeType;
  const costs = Float64Array.from(graph.sources, (_, link) => stepCost(typeOf(link)));
  const found = pathsBetween({ ...graph, costs }, graph.ids.indexOf(from), graph.ids.indexOf(to), most);
  const stepsOf = ({ rows, links }: FoundPath) =>
    links.map((link, index): PathStep => {
      const isForward = graph.sources[link] === rows[index];
      const type = typeOf(link);
      return {
        from: graph.ids[rows[index] as number] as NodeId,
        to: graph.ids[rows[index + 1] as number] as NodeId,
        type,
        isForward,
        words: stepWords(type, isForward),
      };
    });
  return found.map((path) => ({ steps: stepsOf(path), cost: path.cost }));
}
