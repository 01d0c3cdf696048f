import type { FoundPath } from '../../wiki/views/contracts/paths.ts';
import { make, makeButton } from './make.ts';
import { pathWords } from './map-paths.ts';
import { kindName, type MapWorld } from './map-world.ts';

/** How two rows connect, each way as a sentence of steps. */
export function pathList(
  world: MapWorld,
  to: number,
  paths: readonly FoundPath[],
  select: (row: number) => void,
  end: () => void,
): HTMLElement {
  const title = (row: number) => world.titles[row] ?? '…';
  const section = make(
    'section',
    { class: 'map-ways' },
    make('h3', {}, `To ${title(to)} `, makeButton('End', end, { 'aria-label': 'Show no way' })),
  );
  if (paths.length === 0) section.append(make('p', { class: 'aside' }, 'Nothing that is shown connects the two.'));
  for (const { rows, links } of paths) {
    const steps = rows.slice(1).map((row, index) =>
      make(
        'li',
        { class: `k-${kindName(world, row)}` },
        make('span', { class: 'aside' }, pathWords(world, links[index] as number, rows[index] as number)),
        ' ',
        makeButton(title(row), () => select(row), { class: 'plain link' }),
      ),
    );
    section.append(make('ol', {}, ...steps));
  }
  return section;
}
