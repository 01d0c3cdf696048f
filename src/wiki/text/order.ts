/** Compares by UTF-16 code units: the same on every machine and in every locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The first comparison that decides; end every list with an id. */
export function firstDifference(...differences: number[]): number {
  return differences.find((difference) => difference !== 0) ?? 0;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Reading order of titles: case and accents aside, `2` before `10`; ties fall back to code units. */
export function compareTitles(left: string, right: string): number {
  return collator.compare(left, right) || compareText(left, right);
}

/** Groups in order of first appearance. */
export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
