import { type MapPalette, mixed, type Rgb, yearsOf } from './looks.ts';
import { make, makeButton } from './make.ts';
import type { MapState } from './map-state.ts';
import type { MapWorld } from './map-world.ts';

/** Communities named in the key; the largest come first. */
const NAMED = 10;
const SVG = 'http://www.w3.org/2000/svg';

/** Says what colours mean where they do not mean kinds: communities, each a filter, or years. */
export function fillColourKey(
  key: HTMLElement,
  host: HTMLElement,
  world: MapWorld,
  { colour, community }: MapState,
  palette: MapPalette,
  change: (change: Partial<MapState>) => void,
): void {
  host.dataset.colour = colour;
  key.hidden = colour === 'kind';
  if (colour === 'kind') key.replaceChildren();
  else if (colour === 'year') key.replaceChildren(...years(world, palette));
  else
    key.replaceChildren(
      ...world.paint.coarse.slice(0, NAMED).map(({ title }, index) => {
        const slug = world.communities[index] as string;
        const isOnly = slug === community;
        const button = makeButton(title, () => change({ community: isOnly ? undefined : slug }), {
          'aria-pressed': String(isOnly),
        });
        button.prepend(swatch(palette.communities[index % palette.communities.length] ?? palette.ink));
        return button;
      }),
    );
}

function years(world: MapWorld, palette: MapPalette): Node[] {
  const [first, last] = yearsOf(world);
  if (first === 0) return [make('span', {}, 'Nothing here is dated.')];
  const shown = [...new Set([first, Math.round((first + last) / 2), last])];
  return shown.map((year) => {
    const share = last > first ? (year - first) / (last - first) : 1;
    return make('span', {}, swatch(mixed(...palette.years, share)), String(year));
  });
}

function swatch([red, green, blue]: Rgb): SVGSVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 12 12');
  picture.setAttribute('width', '12');
  picture.setAttribute('height', '12');
  picture.setAttribute('aria-hidden', 'true');
  const disc = document.createElementNS(SVG, 'circle');
  for (const [name, value] of [
    ['cx', '6'],
    ['cy', '6'],
    ['r', '5'],
    ['fill', `rgb(${red} ${green} ${blue})`],
  ] as const)
    disc.setAttribute(name, value);
  picture.append(disc);
  return picture;
}
