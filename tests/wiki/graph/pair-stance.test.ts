import { expect, it } from 'vitest';
import type { StanceTaken } from '../../../src/wiki/graph/agreement.ts';
import { type PairStance, pairStance } from '../../../src/wiki/graph/pair-stance.ts';
import type { Stance } from '../../../src/wiki/kinds/claim.ts';
import fc from '../../support/property.ts';

const taken = (...all: [guest: string, stance: Stance, ...conditions: string[]][]): StanceTaken[] =>
  all.map(([guest, stance, ...conditions], index) => ({ id: `claim:t/c${index}`, guest, stance, conditions }));

it.each<[PairStance | undefined, StanceTaken[]]>([
  [undefined, taken(['ada', 'supports'])],
  ['agree', taken(['ada', 'supports'], ['bob', 'supports'], ['cy', 'opposes'])],
  ['agree', taken(['ada', 'opposes'], ['bob', 'opposes'])],
  ['partly', taken(['ada', 'supports'], ['bob', 'qualifies'])],
  ['partly', taken(['ada', 'qualifies'], ['bob', 'qualifies'])],
  // Ada says both: reservations.
  ['partly', taken(['ada', 'supports'], ['ada', 'opposes'], ['bob', 'supports'])],
  ['disagree', taken(['ada', 'supports'], ['bob', 'opposes'])],
  ['disagree', taken(['ada', 'qualifies', 'small teams'], ['bob', 'opposes', 'a small bank'])],
  ['apart', taken(['ada', 'supports', 'many calls'], ['bob', 'opposes', 'a legal archive'])],
])('%s', (expected, claims) => {
  expect(pairStance(claims, 'ada', 'bob')).toBe(expected);
});

it('is the same from both sides, whatever others say', () => {
  const claims = fc.array(
    fc.record({
      id: fc.string(),
      guest: fc.constantFrom('ada', 'bob', 'cy'),
      stance: fc.constantFrom<Stance>('supports', 'qualifies', 'opposes'),
      conditions: fc.subarray(['few calls', 'law']),
    }),
  );
  fc.assert(
    fc.property(claims, (all) => {
      const seen = pairStance(all, 'ada', 'bob');
      expect(pairStance(all, 'bob', 'ada')).toBe(seen);
      expect(pairStance(all.filter((one) => one.guest !== 'cy').reverse(), 'ada', 'bob')).toBe(seen);
    }),
  );
});
