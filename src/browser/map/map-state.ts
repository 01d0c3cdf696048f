/** Everything the map shows, as its address says it. Pages and claims are named by id, `kind:slug`. */
export interface MapState {
  /** Names of kinds that are left out. */
  hide: readonly string[];
  /** Names of edge types that are left out. */
  without: readonly string[];
  /** Only what this guest's page is linked with. */
  guest?: string;
  /** Only what has its newest evidence in these years, both included. */
  from?: number;
  until?: number;
  /** Only this community, by the slug of its name. */
  community?: string;
  /** Only what has at least as many claims. */
  least: number;
  /** Only what is within `depth` steps of this. */
  focus?: string;
  depth: number;
  select?: string;
  /** The other end of a path from `select`. */
  to?: string;
  colour: Colouring;
  /** The list of spots that is pointed out. */
  spots?: SpotsName;
  at?: CameraPlace;
}

export const SPOTS = ['bridges', 'contested', 'thin'] as const;
export type SpotsName = (typeof SPOTS)[number];

export const COLOURINGS = ['kind', 'community', 'year'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** Middle of the view in map units (0 to 1 each way) and the share of the map that it shows. */
export interface CameraPlace {
  x: number;
  y: number;
  ratio: number;
}

export const MAX_DEPTH = 3;
/** Fraction digits of a place in the address: finer than a pixel at the closest zoom. */
const DIGITS = 4;
export const MIN_RATIO = 0.005;
export const MAX_RATIO = 2;

export const START: MapState = { hide: [], without: [], least: 0, depth: 1, colour: 'kind' };

/** What an address says; what it says wrongly is left at its start. */
export function decodeMapState(search: string): MapState {
  const said = new URLSearchParams(search);
  const list = (key: string) => [...new Set((said.get(key) ?? '').split(',').filter(Boolean))].sort();
  const id = (key: string) => (/^[a-z]+:./.test(said.get(key) ?? '') ? (said.get(key) as string) : undefined);
  const whole = (key: string, least: number, most: number) => {
    const number = Number(said.get(key) || Number.NaN);
    return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
  };
  const colour = COLOURINGS.find((one) => one === said.get('colour')) ?? START.colour;
  return defined({
    hide: list('hide'),
    without: list('without'),
    guest: id('guest'),
    from: whole('from', 1900, 9999),
    until: whole('until', 1900, 9999),
    community: said.get('in') || undefined,
    least: whole('least', 1, 2 ** 31) ?? 0,
    focus: id('focus'),
    depth: whole('depth', 1, MAX_DEPTH) ?? START.depth,
    select: id('select'),
    to: id('to'),
    colour,
    spots: SPOTS.find((one) => one === said.get('spots')),
    at: place(said.get('at')),
  });
}

export function encodeMapState(state: MapState): string {
  const said: [string, string][] = [];
  const put = (key: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') said.push([key, String(value)]);
  };
  put('focus', state.focus);
  if (state.focus && state.depth !== START.depth) put('depth', state.depth);
  put('select', state.select);
  put('to', state.to);
  put('hide', state.hide.join(','));
  put('without', state.without.join(','));
  put('guest', state.guest);
  put('from', state.from);
  put('until', state.until);
  put('in', state.community);
  if (state.least > 0) put('least', state.least);
  if (state.colour !== START.colour) put('colour', state.colour);
  put('spots', state.spots);
  if (state.at)
    put('at', [state.at.x, state.at.y, state.at.ratio].map((number) => Number(number.toFixed(DIGITS))).join(','));
  // Ids and lists read better without escapes, and a query needs none for these.
  const text = new URLSearchParams(said)
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
}

/** The same with one value of a list put in or taken out. */
export function toggledIn(state: MapState, key: 'hide' | 'without', value: string): MapState {
  const list = state[key];
  return { ...state, [key]: list.includes(value) ? list.filter((one) => one !== value) : [...list, value].sort() };
}

/** Another selection; a path belongs to the one before. */
export function selecting(state: MapState, id: string | undefined): MapState {
  return defined({ ...state, select: id, to: undefined });
}

/** Without anything that hides a part of the map. */
export function unfiltered({ select, to, colour, spots, at }: MapState): MapState {
  return defined({ ...START, select, to, colour, spots, at });
}

/** Whether two states show the same rows. */
export function sameFilters(one: MapState, other: MapState): boolean {
  const filters = (state: MapState) =>
    encodeMapState({
      ...state,
      select: undefined,
      to: undefined,
      colour: START.colour,
      spots: undefined,
      at: undefined,
    });
  return filters(one) === filters(other);
}

function place(said: string | null): CameraPlace | undefined {
  const numbers = said?.split(',').map(Number) ?? [];
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return undefined;
  const [x, y, ratio] = numbers as [number, number, number];
  return { x: within(x, -1, 2), y: within(y, -1, 2), ratio: within(ratio, MIN_RATIO, MAX_RATIO) };
}

function within(number: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, number));
}

/** Keys without a value are left out, so that equal states are equal. */
function defined(state: { [K in keyof MapState]: MapState[K] | undefined }): MapState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as unknown as MapState;
}
