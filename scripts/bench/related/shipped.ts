import { relatedMeasure } from '../../../src/wiki/graph/measures/related.ts';
import { withSpokenTopics } from '../../../src/wiki/graph/measures/spoken-topics.ts';
import type { NamedMeasure } from './measure.ts';

/** What pages show. */
export const shipped: NamedMeasure = {
  name: 'On Record',
  make({ graph, words, groups }) {
    const measure = relatedMeasure(withSpokenTopics(graph), words, groups);
    return (row, isCandidate) => measure.to(row, Number.POSITIVE_INFINITY, isCandidate).map(({ row: other }) => other);
  },
};
