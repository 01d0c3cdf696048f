import { bm25ByGroup } from '../../../src/wiki/graph/measures/bm25-by-group.ts';
import { scoring } from './measure.ts';

/** BM25 over the texts alone, among the pages that are suggested to each other; nothing of the index is left out. */
export const text = scoring('BM25 of the texts', ({ words, groups }) => {
  const texts = bm25ByGroup(words, groups, Number.POSITIVE_INFINITY);
  return (row, scores) => texts.addAlike(row, scores);
});
