import { decodeMapState, encodeMapState, type MapState } from './map-state.ts';

/** The trail of what was selected, oldest first; the browser's history holds it beside each state. */
export type Trail = readonly string[];

const MAX_TRAIL = 12;

export interface Address {
  read(): { state: MapState; trail: Trail };
  /** A new entry in the history, so that Back leads to where the reader was. */
  push(state: MapState, trail: Trail): void;
  /** The same entry, now saying this. */
  replace(state: MapState, trail: Trail): void;
  /** Whether going back stays on the map. */
  canGoBack(): boolean;
}

/** What the history keeps beside an address. */
interface Kept {
  trail?: unknown;
  /** Entries of the map before this one. */
  steps?: unknown;
}

export function pageAddress(): Address {
  const kept = () => (history.state ?? {}) as Kept;
  const steps = () => Number(kept().steps) || 0;
  const address = (state: MapState) => location.pathname + encodeMapState(state);
  return {
    read() {
      const { trail } = kept();
      const ids = Array.isArray(trail) ? trail.filter((id): id is string => typeof id === 'string') : [];
      const state = decodeMapState(location.search);
      return { state, trail: ids.length === 0 && state.select ? [state.select] : ids };
    },
    push(state, trail) {
      if (address(state) === location.pathname + location.search) this.replace(state, trail);
      else history.pushState({ trail, steps: steps() + 1 }, '', address(state));
    },
    replace: (state, trail) => history.replaceState({ trail, steps: steps() }, '', address(state)),
    canGoBack: () => steps() > 0,
  };
}

/** The trail after another step; going back and forth does not repeat itself. */
export function onTrail(trail: Trail, id: string): Trail {
  return trail.at(-1) === id ? trail : [...trail, id].slice(-MAX_TRAIL);
}
