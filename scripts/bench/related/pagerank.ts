import { edgeWeights } from '../../../src/wiki/graph/measures/edge-weights.ts';
import { personalisedPageRank } from '../../../src/wiki/graph/measures/personalised-pagerank.ts';
import { scoring } from './measure.ts';

/** Near enough to the exact walk that no place changes. */
const TOLERANCE = 1e-7;

/** All links alike. */
export const plainPageRank = scoring('PageRank, links alike', ({ graph }) =>
  personalisedPageRank(graph, new Float64Array(graph.sources.length).fill(1), TOLERANCE),
);

/** Links weighted by type and specificity. */
export const typedPageRank = scoring('PageRank, typed weights', ({ graph }) =>
  personalisedPageRank(graph, edgeWeights(graph), TOLERANCE),
);
