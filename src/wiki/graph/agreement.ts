import type { Stance } from '../kinds/claim.ts';
import { compareText, groupBy } from '../text/order.ts';
import { conditionsOverlap } from './conditions.ts';

/** One claim that takes a stance on a position. */
export interface StanceTaken {
  /** Id of the claim. */
  id: string;
  guest: string;
  stance: Stance;
  conditions: readonly string[];
}

/**
 * - `agreed`: two guests or more support it outright, none opposes
 * - `qualified`: two guests or more, none opposes it outright, but somebody doubts it or fewer than two hold it whole
 * - `conditional`: both sides, and no opponent speaks of the same conditions as a supporter
 * - `disputed`: both sides, by different guests
 * - `alone`: one guest only
 * - `opposed`: two guests or more, and nobody supports it
 * - `silent`: nobody
 */
export type Accord = 'agreed' | 'qualified' | 'conditional' | 'disputed' | 'alone' | 'opposed' | 'silent';

export interface Agreement {
  accord: Accord;
  /** Each guest once; one who said different things counts as qualifying. By guest. */
  stances: { guest: string; stance: Stance }[];
}

/** Who agrees and who does not, from the claims that take a position. Counting is by guest, never by claim. */
export function agreementOf(taken: readonly StanceTaken[]): Agreement {
  const stances = [...groupBy(taken, (one) => one.guest)]
    .map(([guest, all]) => ({ guest, stance: stanceOfGuest(all) }))
    .sort((left, right) => compareText(left.guest, right.guest));
  return { accord: accordOf(taken, stances), stances };
}

function stanceOfGuest(all: readonly StanceTaken[]): Stance {
  const said = new Set(all.map((one) => one.stance));
  const [only] = said;
  return said.size === 1 && only ? only : 'qualifies';
}

function accordOf(taken: readonly StanceTaken[], stances: Agreement['stances']): Accord {
  if (stances.length === 0) return 'silent';
  if (stances.length === 1) return 'alone';
  const opponents = new Set(stances.filter((one) => one.stance === 'opposes').map((one) => one.guest));
  if (opponents.size === 0) {
    const doubted = taken.some((one) => one.stance === 'opposes');
    return !doubted && stances.filter((one) => one.stance === 'supports').length >= 2 ? 'agreed' : 'qualified';
  }
  const against = taken.filter((one) => opponents.has(one.guest));
  const inFavour = taken.filter((one) => !opponents.has(one.guest));
  if (inFavour.length === 0) return 'opposed';
  const clash = against.some((one) => inFavour.some((other) => conditionsOverlap(one.conditions, other.conditions)));
  return clash ? 'disputed' : 'conditional';
}
