import { expect, it } from 'vitest';
import { largestOn, middleOf, stepOf } from '../../../../src/wiki/graph/measures/geometric-steps.ts';
import fc from '../../../support/property.ts';

it('small numbers have steps of their own and stand for themselves', () => {
  const small = [1, 2, 3, 4, 5, 6, 7];
  expect(new Set(small.map(stepOf)).size).toBe(small.length);
  for (const count of small) expect(middleOf(stepOf(count))).toBeCloseTo(count, 12);
});

it('a number is a quarter of an octave from the next step at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (count) => {
      const step = stepOf(count);
      expect(count).toBeLessThanOrEqual(largestOn(step));
      expect(stepOf(largestOn(step))).toBe(step);
      expect(stepOf(largestOn(step) + 1)).toBeGreaterThan(step);
      expect(count).toBeGreaterThanOrEqual(2 ** (step / 4));
      expect(count).toBeLessThan(2 ** ((step + 1) / 4));
    }),
  );
});
