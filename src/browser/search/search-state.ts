import { FACETS } from '../../wiki/views/contracts/search-facets.ts';
import type { Choice } from './facets.ts';

/** Everything a search page shows, as its address says it. */
export interface SearchState {
  query: string;
  choice: Choice;
  sort: 'relevance' | 'date';
  /** Pages of results shown. */
  shown: number;
}

/** Most pages of results an address may ask for. */
const MOST_SHOWN = 50;

export function decodeState(address: string): SearchState {
  const parameters = new URLSearchParams(address);
  const choice: Choice = {};
  for (const facet of FACETS) {
    const values = [...new Set(parameters.getAll(facet))].filter((value) => value !== '').sort();
    if (values.length > 0) choice[facet] = values;
  }
  const shown = Number(parameters.get('shown'));
  return {
    query: parameters.get('q') ?? '',
    choice,
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
    shown: Number.isInteger(shown) && shown > 0 ? Math.min(shown, MOST_SHOWN) : 1,
  };
}

export function encodeState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query !== '') parameters.set('q', state.query);
  for (const facet of FACETS) for (const value of state.choice[facet] ?? []) parameters.append(facet, value);
  if (state.sort !== 'relevance') parameters.set('sort', state.sort);
  if (state.shown > 1) parameters.set('shown', String(state.shown));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The same with one value of a facet put in or taken out; from the first page of results. */
export function toggled(state: SearchState, facet: (typeof FACETS)[number], value: string): SearchState {
  const chosen = state.choice[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value].sort();
  const { [facet]: _, ...others } = state.choice;
  return { ...state, shown: 1, choice: next.length > 0 ? { ...others, [facet]: next } : others };
}
