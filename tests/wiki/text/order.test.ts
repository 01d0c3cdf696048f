import { describe, expect, it } from 'vitest';
import { compareText, compareTitles, firstDifference, groupBy } from '../../../src/wiki/text/order.ts';
import fc, { anyText } from '../../support/property.ts';

describe.each([
  ['compareText', compareText],
  ['compareTitles', compareTitles],
])('%s', (_, compare) => {
  const sign = (left: string, right: string) => Math.sign(compare(left, right));

  it('is total and antisymmetric', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (left, right) => {
        // `+ 0` makes -0 and 0 one number.
        expect(sign(left, right) + 0).toBe(-sign(right, left) + 0);
        expect(sign(left, right) === 0).toBe(left === right);
      }),
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(anyText(), anyText(), anyText(), (a, b, c) => {
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

it('orders titles as they are read', () => {
  expect(['Part 10', 'part 2', 'Écran', 'zoo', 'Édition', 'apple'].sort(compareTitles)).toEqual([
    'apple',
    'Écran',
    'Édition',
    'part 2',
    'Part 10',
    'zoo',
  ]);
});

it('takes the first difference', () => {
  expect(firstDifference(0, -1, 1)).toBe(-1);
  expect(firstDifference(0, 0)).toBe(0);
  expect(firstDifference()).toBe(0);
});

it('groups in order of appearance', () => {
  expect([...groupBy(['bb', 'a', 'cc', 'd'], (word) => word.length)]).toEqual([
    [2, ['bb', 'cc']],
    [1, ['a', 'd']],
  ]);
});
