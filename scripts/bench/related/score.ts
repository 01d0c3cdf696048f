import type { HiddenLinks } from './hide-links.ts';
import type { Known, NamedMeasure } from './measure.ts';

/** Means over the pages asked. */
export interface RelatedScore {
  pages: number;
  /** Share of what was hidden that stands among the first ten; of ten, where more was hidden. */
  recall: number;
  /** One over the place of the first that was hidden. */
  mrr: number;
}

const FIRST = 10;

export function scoreOf(
  measure: NamedMeasure,
  tests: readonly HiddenLinks[],
  rest: Omit<Known, 'graph'>,
): RelatedScore {
  let [pages, recall, mrr] = [0, 0, 0];
  for (const { graph, questions, isCandidate } of tests) {
    const rank = measure.make({ graph, ...rest });
    for (const { row, hidden } of questions) {
      const ranked = rank(row, (other) => other !== row && isCandidate(row, other));
      const first = ranked.findIndex((other) => hidden.has(other));
      recall += ranked.slice(0, FIRST).filter((other) => hidden.has(other)).length / Math.min(FIRST, hidden.size);
      mrr += first === -1 ? 0 : 1 / (first + 1);
      pages++;
    }
  }
  return { pages, recall: recall / (pages || 1), mrr: mrr / (pages || 1) };
}
