import type { Colouring } from './map-state.ts';
import { coarseOf, type MapWorld } from './map-world.ts';

/** Red, green, blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Colours of the page as it is now, light or dark. */
export interface MapPalette {
  ink: Rgb;
  paper: Rgb;
  soft: Rgb;
  signal: Rgb;
  /** Fine lines, and the shore of land. */
  hair: Rgb;
  shore: Rgb;
  /** Land of communities, each a breath of its colour. */
  tints: readonly Rgb[];
  /** By index of kind. */
  kinds: readonly Rgb[];
  /** Colours of communities; beyond their number they come again. */
  communities: readonly Rgb[];
  /** Oldest and newest evidence. */
  years: readonly [Rgb, Rgb];
}

/** Pixels. */
const LEAST_RADIUS = 1.75;
const MOST_RADIUS = 7.5;
/** However full the map is. */
const LEAST_DOT = 1.1;
/** Claims are small: there are many. */
const DEFERRED_RADIUS = 1.75;
/** On a map so full that a page has less than so many square pixels, marks shrink with the room. */
const ROOM_PX = 40 ** 2;

/**
 * Radius of every mark in pixels, by evidence on a logarithmic scale, on a view of so many pixels; the whole map in view.
 * Pages without evidence are small, never invisible.
 */
export function radii(world: MapWorld, viewPx: number): Float32Array<ArrayBuffer> {
  const most = Math.log1p(world.evidence.subarray(0, world.pages).reduce((high, count) => Math.max(high, count), 1));
  const shrink = Math.min(1, Math.sqrt(viewPx / Math.max(1, world.pages) / ROOM_PX));
  return world.evidence.length === 0
    ? new Float32Array()
    : Float32Array.from(world.evidence, (count, row) =>
        row < world.pages
          ? Math.max(LEAST_DOT, (LEAST_RADIUS + ((MOST_RADIUS - LEAST_RADIUS) * Math.log1p(count)) / most) * shrink)
          : DEFERRED_RADIUS,
      );
}

/** Colour of every row, three bytes each. */
export function colours(world: MapWorld, by: Colouring, palette: MapPalette): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(world.rows * 3);
  const [first, last] = yearsOf(world);
  for (let row = 0; row < world.rows; row++) bytes.set(colourOf(world, row, by, palette, first, last), row * 3);
  return bytes;
}

function colourOf(world: MapWorld, row: number, by: Colouring, palette: MapPalette, first: number, last: number): Rgb {
  if (by === 'kind') return palette.kinds[world.kind[row] as number] ?? palette.ink;
  if (by === 'community') return palette.communities[coarseOf(world, row) % palette.communities.length] ?? palette.ink;
  const year = world.year[row] as number;
  if (year === 0) return palette.soft;
  const share = last > first ? (year - first) / (last - first) : 1;
  return mixed(...palette.years, share);
}

export function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(one[index] + (other[index] - one[index]) * share);
  return [part(0), part(1), part(2)];
}

/** First and last year of the pages' evidence; zeros when nothing is dated. */
export function yearsOf(world: MapWorld): [number, number] {
  let [first, last] = [0, 0];
  for (const year of world.year.subarray(0, world.pages)) {
    if (year === 0) continue;
    if (first === 0 || year < first) first = year;
    if (year > last) last = year;
  }
  return [first, last];
}
