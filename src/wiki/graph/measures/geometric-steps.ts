/** Steps to a doubling. */
const PER_OCTAVE = 4;
/** The least number on each step, up to 2^31; steps between two small numbers are empty. */
const BOUNDS = Float64Array.from({ length: 32 * PER_OCTAVE + 1 }, (_, step) => Math.ceil(2 ** (step / PER_OCTAVE)));

/** Steps there are, for arrays by step. */
export const STEPS = BOUNDS.length;

/**
 * Which quarter of an octave a whole number above 0 lies in: numbers up to 8 have steps of their own, larger ones share one with
 * whatever is at most a fifth away. A count that an edit changes by one keeps its step nearly always, and what is computed from the
 * step stays as it was to the last bit. Up to 2^31.
 */
export function stepOf(count: number): number {
  let step = PER_OCTAVE * (31 - Math.clz32(count));
  while ((BOUNDS[step + 1] as number) <= count) step++;
  return step;
}

/** The largest number on a step. */
export function largestOn(step: number): number {
  return (BOUNDS[step + 1] as number) - 1;
}

/** What stands for all numbers on a step: the geometric mean of its ends, so that a number alone on its step stands for itself. */
export function middleOf(step: number): number {
  return Math.sqrt((BOUNDS[step] as number) * largestOn(step));
}
