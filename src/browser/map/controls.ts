import { make } from './make.ts';
import type { MapState } from './map-state.ts';
import { COLOURINGS, SPOTS, toggledIn, unfiltered } from './map-state.ts';
import type { MapWorld } from './map-world.ts';

/** Wires legend, filters and colours to the state; answers how to show a state in them. */
export function wireControls(
  host: HTMLElement,
  world: MapWorld,
  signal: AbortSignal,
  now: () => MapState,
  go: (next: MapState) => void,
): (state: MapState) => void {
  const part = <T extends HTMLElement>(id: string) => host.querySelector(`#${id}`) as T;
  const kinds = [...host.querySelectorAll<HTMLButtonElement>('button[data-kind]')];
  const types = [...host.querySelectorAll<HTMLInputElement>('input[data-type]')];
  const colour = part<HTMLSelectElement>('map-colour');
  const spots = host.querySelector<HTMLSelectElement>('#map-spots');
  const guest = part<HTMLSelectElement>('map-guest');
  const community = part<HTMLSelectElement>('map-community');
  const [from, until, least] = ['map-from', 'map-until', 'map-least'].map((id) => part<HTMLInputElement>(id)) as [
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
  ];
  const clear = part<HTMLButtonElement>('map-clear');

  community.replaceChildren(
    make('option', { value: '' }, 'all'),
    ...world.paint.coarse.map(({ title }, index) =>
      make('option', { value: world.communities[index] as string }, title),
    ),
  );
  const onChange = (control: HTMLElement, change: () => Partial<MapState>) =>
    control.addEventListener('change', () => go({ ...now(), ...change() }), { signal });
  const year = (control: HTMLInputElement) =>
    control.value === '' || !control.checkValidity() ? undefined : Number(control.value);
  for (const button of kinds)
    button.addEventListener('click', () => go(toggledIn(now(), 'hide', button.dataset.kind as string)), { signal });
  for (const box of types)
    box.addEventListener('change', () => go(toggledIn(now(), 'without', box.dataset.type as string)), { signal });
  onChange(colour, () => ({ colour: COLOURINGS.find((one) => one === colour.value) ?? 'kind' }));
  if (spots) onChange(spots, () => ({ spots: SPOTS.find((one) => one === spots.value) }));
  onChange(guest, () => ({ guest: guest.value || undefined }));
  onChange(community, () => ({ community: community.value || undefined }));
  onChange(from, () => ({ from: year(from) }));
  onChange(until, () => ({ until: year(until) }));
  onChange(least, () => ({ least: least.checkValidity() ? Number(least.value) : 0 }));
  clear.addEventListener('click', () => go(unfiltered(now())), { signal });

  return (state) => {
    for (const button of kinds)
      button.setAttribute('aria-pressed', String(!state.hide.includes(button.dataset.kind as string)));
    for (const box of types) box.checked = !state.without.includes(box.dataset.type as string);
    colour.value = state.colour;
    if (state.guest && ![...guest.options].some(({ value }) => value === state.guest)) {
      const row = world.rowOf.get(state.guest);
      guest.append(
        make('option', { value: state.guest }, (row === undefined ? undefined : world.titles[row]) ?? state.guest),
      );
    }
    if (spots) spots.value = state.spots ?? '';
    guest.value = state.guest ?? '';
    community.value = state.community ?? '';
    from.value = state.from === undefined ? '' : String(state.from);
    until.value = state.until === undefined ? '' : String(state.until);
    least.value = String(state.least);
    const { select, to, colour: coloured, spots: pointedOut, at, ...filters } = state;
    clear.hidden = Object.values(filters).every(
      (value) => !value || value === 1 || (Array.isArray(value) && value.length === 0),
    );
  };
}
