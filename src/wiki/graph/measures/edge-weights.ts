import { SETTING_EDGES } from '../../kinds/edge-words.ts';
import { type CompactGraph, EDGE_TYPES } from '../compact-graph.ts';

/** What an edge counts that only says where or by whom, beside 1 for one that speaks of the matter. */
const SETTING_STRENGTH = 1 / 2;

/**
 * How much each edge says about its two ends, above 0: its type, how often it is written, and how special it is.
 *
 * weight = strength(type) · (1 + ln count) / √(degree(source) · degree(target))
 *
 * The divisor is the symmetric normalisation of spectral clustering (Ng, Jordan & Weiss 2002): a link to a page that
 * everything links to says little, and a link between two rare pages much. Without parallel edges and types, the weights
 * of an edge at both ends multiply to what a random walk there and back would give. O(nodes + edges).
 */
export function edgeWeights(graph: CompactGraph): Float64Array {
  const strengths = EDGE_TYPES.map((type) => (SETTING_EDGES.has(type) ? SETTING_STRENGTH : 1));
  const strengthOf = (type: number) => strengths[type] ?? 1;
  const degree = (row: number) => (graph.offsets[row + 1] as number) - (graph.offsets[row] as number);
  return Float64Array.from(graph.sources, (source, edge) => {
    const strength = strengthOf(graph.types[edge] as number);
    const repeated = 1 + Math.log(graph.counts[edge] as number);
    return (strength * repeated) / Math.sqrt(degree(source) * degree(graph.targets[edge] as number));
  });
}
