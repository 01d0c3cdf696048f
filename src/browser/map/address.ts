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
}

export function pageAddress(): Address {
  const write = (how: 'pushState' | 'replaceState') => (state: MapState, trail: Trail) => {
    const address = location.pathname + encodeMapState(state);
    const isSame = address === location.pathname + location.search;
    history[isSame ? 'replaceState' : how]({ trail }, '', address);
  };
  return {
    read() {
      const kept = (history.state as { trail?: unknown } | null)?.trail;
      const trail = Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
      return { state: decodeMapState(location.search), trail };
    },
    push: write('pushState'),
    replace: write('replaceState'),
  };
}

/** The trail after another step; going back and forth does not repeat itself. */
export function onTrail(trail: Trail, id: string): Trail {
  return trail.at(-1) === id ? trail : [...trail, id].slice(-MAX_TRAIL);
}
