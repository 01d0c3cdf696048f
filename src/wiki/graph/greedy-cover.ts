import { compareText, firstDifference } from '../text/order.ts';

export interface Coverable {
  id: string;
  covers: readonly string[];
  /** What it takes from the budget, above 0. */
  cost: number;
  /** Whose it is; spread is better. */
  group: string;
}

export interface Cover<T> {
  /** In the order in which they were chosen. */
  chosen: T[];
  missing: string[];
  cost: number;
}

/**
 * The few that cover the most within a budget: greedy set cover (Chvátal 1979, "A greedy heuristic for the set-covering
 * problem"), which takes what covers most that is still open; what does not fit any more is passed over. Ties go to a
 * group not chosen yet, then to the lower cost, then to the id.
 */
export function greedyCover<T extends Coverable>(items: readonly T[], budget: number): Cover<T> {
  const open = new Set(items.flatMap((item) => item.covers));
  const groups = new Set<string>();
  const chosen: T[] = [];
  let cost = 0;
  let left = [...items];
  while (open.size > 0) {
    left = left.filter((item) => cost + item.cost <= budget);
    const gain = (item: T) => new Set(item.covers.filter((element) => open.has(element))).size;
    const [best] = left
      .map((item) => ({ item, gain: gain(item) }))
      .filter((one) => one.gain > 0)
      .sort((a, b) =>
        firstDifference(
          b.gain - a.gain,
          Number(groups.has(a.item.group)) - Number(groups.has(b.item.group)),
          a.item.cost - b.item.cost,
          compareText(a.item.id, b.item.id),
        ),
      );
    if (!best) break;
    chosen.push(best.item);
    groups.add(best.item.group);
    cost += best.item.cost;
    for (const element of best.item.covers) open.delete(element);
  }
  return { chosen, missing: [...open].sort(compareText), cost };
}
