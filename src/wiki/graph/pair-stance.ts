import { agreementOf, type StanceTaken } from './agreement.ts';
import { conditionsOverlap } from './conditions.ts';

/**
 * How two guests stand to each other on one position:
 * - `agree`: both support it, or both oppose it
 * - `partly`: neither opposes it alone, and at least one has reservations
 * - `disagree`: one opposes it and the other does not
 * - `apart`: the same, but nothing in their conditions is alike
 */
export type PairStance = 'agree' | 'partly' | 'disagree' | 'apart';

/** Answers nothing when one of them is silent. Claims of others are not looked at; the order of the two does not count. */
export function pairStance(taken: readonly StanceTaken[], one: string, other: string): PairStance | undefined {
  const left = taken.filter((stance) => stance.guest === one);
  const right = taken.filter((stance) => stance.guest === other);
  const [first, second] = [agreementOf(left).stances[0]?.stance, agreementOf(right).stances[0]?.stance];
  if (!first || !second) return undefined;
  if (first === second) return first === 'qualifies' ? 'partly' : 'agree';
  if (first !== 'opposes' && second !== 'opposes') return 'partly';
  const meet = left.some((a) => right.some((b) => conditionsOverlap(a.conditions, b.conditions)));
  return meet ? 'disagree' : 'apart';
}
