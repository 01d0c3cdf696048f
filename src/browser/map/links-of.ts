import { around, idOf, kindName, type MapWorld } from './map-world.ts';

/** A row at the other end of one or more edges. */
export interface LinkedRow {
  row: number;
  /** Sum of what the edges count. */
  count: number;
  /** Types of the edges, by number, without doubles. */
  types: number[];
}

/** Links of a row by kind, in the map's order of kinds; in each the most counted first, then the most important, then by row. */
export function linksOf(world: MapWorld, row: number): { kind: number; links: LinkedRow[] }[] {
  const found = new Map<number, LinkedRow>();
  for (const [other, edge] of around(world.edges, row)) {
    if (world.known[other] !== 1) continue;
    const type = world.edges.type[edge] as number;
    const link = found.get(other) ?? { row: other, count: 0, types: [] };
    link.count += world.edges.count[edge] as number;
    if (!link.types.includes(type)) link.types.push(type);
    found.set(other, link);
  }
  const groups = new Map<number, LinkedRow[]>();
  for (const link of found.values()) {
    const kind = world.kind[link.row] as number;
    const group = groups.get(kind);
    if (group) group.push(link);
    else groups.set(kind, [link]);
  }
  return [...groups]
    .sort(([left], [right]) => left - right)
    .map(([kind, links]) => ({
      kind,
      links: links.sort(
        (left, right) =>
          right.count - left.count ||
          (world.importance[right.row] as number) - (world.importance[left.row] as number) ||
          left.row - right.row,
      ),
    }));
}

/** What a row is, in a sentence for screen readers. */
export function rowWords(world: MapWorld, row: number, links: number): string {
  const evidence = world.evidence[row] as number;
  const year = world.year[row] as number;
  return [
    world.titles[row] ?? idOf(world, row) ?? 'A page',
    kindName(world, row),
    row < world.pages ? `${evidence} ${evidence === 1 ? 'claim' : 'claims'}` : '',
    year > 0 ? `newest evidence ${year}` : '',
    `${links} ${links === 1 ? 'link' : 'links'} on the map`,
  ]
    .filter(Boolean)
    .join(', ');
}
