import { make, makeButton } from './make.ts';
import { around, kindName, type MapWorld, pathOf } from './map-world.ts';

/** Rows of the table at most; the rest is counted. */
export const MAX_TABLE_ROWS = 100;

/** Fills the table with shown rows, the most important first: the same as the map, for those who read. */
export function fillTable(
  section: HTMLElement,
  world: MapWorld,
  rows: readonly number[],
  total: number,
  base: string,
  select: (row: number) => void,
): void {
  const heading = section.querySelector('h2') as HTMLElement;
  heading.textContent =
    rows.length < total ? `In view: ${total}, of which the first ${rows.length}` : `In view: ${total}`;
  const body = section.querySelector('tbody') as HTMLTableSectionElement;
  body.replaceChildren(
    ...rows.map((row) => {
      const path = pathOf(world, row);
      const title = world.titles[row] ?? '…';
      const name = path ? make('a', { class: 'link', href: base + path }, title) : title;
      const kind = kindName(world, row);
      const degree = new Set([...around(world.edges, row)].map(([other]) => other)).size;
      const year = world.year[row] as number;
      return make(
        'tr',
        {},
        make(
          'th',
          { scope: 'row', class: `k-${kind}` },
          name,
          ' ',
          makeButton('On the map', () => select(row), { 'aria-label': `${title} on the map` }),
        ),
        make('td', {}, kind.charAt(0).toUpperCase() + kind.slice(1)),
        make('td', {}, row < world.pages ? String(world.evidence[row]) : ''),
        make('td', {}, String(degree)),
        make('td', {}, year > 0 ? String(year) : ''),
      );
    }),
  );
}
