import { type Arrow, DIRECTIONS, neighbourTowards } from './walk.ts';

export interface KeyActions {
  selected(): number | undefined;
  neighbours(row: number): number[];
  /** Where walking begins. */
  first(): number | undefined;
  select(row: number): void;
  say(words: string): void;
  /** Below 1 closer. */
  zoom(factor: number): void;
  whole(): void;
  open(row: number): void;
  back(): void;
  /** Selects nothing. */
  leave(): void;
}

const STEP = 1.5;

/** Arrows walk to the neighbour in that direction, Enter opens, Backspace goes back, + − 0 zoom, Escape lets go. */
export function wireKeys(canvas: HTMLElement, signal: AbortSignal, places: Float32Array, actions: KeyActions): void {
  const walk = (arrow: Arrow) => {
    const row = actions.selected();
    const next = row === undefined ? actions.first() : neighbourTowards(places, row, actions.neighbours(row), arrow);
    if (next !== undefined) actions.select(next);
    else actions.say(row === undefined ? 'Nothing is in view.' : 'No neighbour in that direction.');
  };
  const keys: Record<string, () => void> = {
    '+': () => actions.zoom(1 / STEP),
    '=': () => actions.zoom(1 / STEP),
    '-': () => actions.zoom(STEP),
    '0': actions.whole,
    Enter() {
      const row = actions.selected();
      if (row !== undefined) actions.open(row);
    },
    Backspace: actions.back,
    Escape: actions.leave,
  };
  for (const arrow of Object.keys(DIRECTIONS) as Arrow[]) keys[arrow] = () => walk(arrow);
  canvas.addEventListener(
    'keydown',
    (event) => {
      const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
}
