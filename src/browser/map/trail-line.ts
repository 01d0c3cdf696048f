import { makeButton } from './make.ts';
import type { MapWorld } from './map-world.ts';
import { rowOf } from './visible-rows.ts';

/** Shows where the reader has been, each to go to again, with Back; nothing before the second place. */
export function fillTrail(
  line: HTMLElement,
  world: MapWorld,
  trail: readonly string[],
  select: (row: number) => void,
): void {
  line.hidden = trail.length < 2;
  const past = trail.slice(0, -1).map((id) => {
    const row = rowOf(world, id);
    const title = row === undefined ? undefined : world.titles[row];
    return makeButton(title ?? id, () => row !== undefined && select(row));
  });
  line.replaceChildren(
    makeButton('Back', () => history.back()),
    ...past,
  );
}
