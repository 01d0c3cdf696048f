import { groupBy } from '../text/order.ts';

/** A claim as far as its sources matter. */
export interface Sourced {
  id: string;
  episode: string;
  /** Options it argues for. */
  speaksFor: readonly string[];
}

/** From so many claims on, leaning on one conversation is worth a remark. */
export const MIN_CLAIMS_FOR_REMARK = 3;
/** A share that makes one conversation the source. */
export const SINGLE_SOURCE_SHARE = 2 / 3;
/** So many claims for other options make silence on this one worth a remark. */
export const MIN_CLAIMS_FOR_OTHERS = 2;

/** How much of the evidence comes from one episode, when that is most of it. */
export function singleSource(claims: readonly Sourced[]): { claims: number; of: number; episode: string } | undefined {
  if (claims.length < MIN_CLAIMS_FOR_REMARK) return undefined;
  const [most] = [...groupBy(claims, (claim) => claim.episode)].sort((left, right) => right[1].length - left[1].length);
  if (!most || most[1].length / claims.length < SINGLE_SOURCE_SHARE) return undefined;
  return { claims: most[1].length, of: claims.length, episode: most[0] };
}

/** Options nobody argues for although others are argued for, in the order given. */
export function unarguedOptions(claims: readonly Sourced[], options: readonly string[]): string[] {
  const argued = claims.flatMap((claim) => claim.speaksFor.filter((option) => options.includes(option)));
  return options.filter((option) => !argued.includes(option) && argued.length >= MIN_CLAIMS_FOR_OTHERS);
}
