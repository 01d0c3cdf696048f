import { compareText } from '../text/order.ts';

/**
 * Weighted log-odds ratio with an informative Dirichlet prior: which items one group uses more than the other.
 * Monroe, Colaresi & Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 16, 19, 20 and 22.
 *
 * `prior` holds how often each item occurs in all the text there is; it is scaled to `priorWeight` pseudo-counts, so
 * that what is rare everywhere needs more to stand out. Answers z-scores, highest first; above 0 means over-represented
 * in `focus`. Counts are not negative; an item without any prior is given none and left out. Only items `asked` for are answered, each once;
 * all that occur by default.
 */
export function logOdds(
  focus: ReadonlyMap<string, number>,
  rest: ReadonlyMap<string, number>,
  prior: ReadonlyMap<string, number>,
  priorWeight: number,
  asked: Iterable<string> = new Set([...focus.keys(), ...rest.keys()]),
): { item: string; delta: number; z: number }[] {
  const total = (counts: ReadonlyMap<string, number>) => {
    let sum = 0;
    for (const value of counts.values()) sum += value;
    return sum;
  };
  const [inFocus, inRest, inPrior] = [total(focus), total(rest), total(prior)];
  const items = [...asked].filter((item) => (prior.get(item) ?? 0) > 0);
  return items
    .flatMap((item) => {
      const alpha = (priorWeight * (prior.get(item) ?? 0)) / inPrior;
      const here = (focus.get(item) ?? 0) + alpha;
      const there = (rest.get(item) ?? 0) + alpha;
      // One item that is everything there is has no odds.
      if (inFocus + priorWeight <= here || inRest + priorWeight <= there) return [];
      const delta = Math.log(here / (inFocus + priorWeight - here)) - Math.log(there / (inRest + priorWeight - there));
      return [{ item, delta, z: delta / Math.sqrt(1 / here + 1 / there) }];
    })
    .sort((left, right) => right.z - left.z || compareText(left.item, right.item));
}
