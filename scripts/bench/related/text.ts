import { textIndex } from '../../../src/wiki/graph/measures/bm25.ts';
import { scoring } from './measure.ts';

/** BM25 over the texts alone, among the pages that are suggested to each other; nothing of the index is left out. */
export const text = scoring('BM25 of the texts', ({ words, groups }) => {
  const members = new Map<string, number[]>();
  const places = groups.map((group, row) => {
    const rows = members.get(group) ?? [];
    members.set(group, rows);
    return rows.push(row) - 1;
  });
  const indexes = new Map(
    [...members].map(([group, rows]) => [
      group,
      textIndex(
        rows.map((row) => words.texts[row] as Uint32Array),
        words.forms.length,
        rows,
        Number.POSITIVE_INFINITY,
      ),
    ]),
  );
  return (row, scores) => indexes.get(groups[row] as string)?.addAlike(places[row] as number, scores);
});
