import { expect, it } from 'vitest';
import { type Guide, scoreGuide } from '../../../src/wiki/views/contracts/guide.ts';
import fc from '../../support/property.ts';

const guide: Guide = {
  options: ['RAG', 'Tuning'],
  criteria: [
    { slug: 'freshness', title: 'Freshness', points: [2, 0] },
    { slug: 'behaviour', title: 'Behaviour', points: [0, 2] },
    { slug: 'cost', title: 'Cost', points: [1, 1] },
    { slug: 'independence', title: 'Independence', points: [null, 1] },
  ],
  questions: [
    {
      question: 'How often do facts change?',
      answers: [
        {
          answer: 'Weekly',
          weighs: [
            [0, 3],
            [2, 1],
          ],
        },
        { answer: 'Hardly', weighs: [[0, -1]] },
      ],
    },
    {
      question: 'What is wrong today?',
      answers: [
        { answer: 'Tone', weighs: [[1, 2]] },
        { answer: 'Lock-in', weighs: [[3, 3]] },
      ],
    },
  ],
};

it('is worked by hand', () => {
  // RAG: freshness 3×2 + cost 1×1 + behaviour 2×0 = 7. Tuning: 0 + 1 + 2×2 = 5.
  // At stake: (3 + 1 + 2) × 2 = 12, so the lead of 2 is a sixth.
  const result = scoreGuide(guide, [0, 0]);
  expect(result.scores).toEqual([7, 5]);
  expect(result).toMatchObject({ best: 0, second: 1, lead: 2, verdict: 'clear', unjudged: [] });
  expect(result.share).toBeCloseTo(1 / 6, 12);
  expect(result.drivers).toEqual([
    { question: 0, answer: 0, points: 6, criteria: [0, 2] },
    { question: 1, answer: 0, points: -4, criteria: [1] },
  ]);
});

it('lets a negative weight speak for the other side', () => {
  expect(scoreGuide(guide, [1])).toMatchObject({ scores: [-2, 0], best: 1, lead: 2, share: 1, verdict: 'clear' });
});

it('does not count a criterion on which an option has no verdict, and says so', () => {
  expect(scoreGuide(guide, [undefined, 1])).toMatchObject({ verdict: 'open', unjudged: [3], scores: [0, 0] });
  expect(scoreGuide(guide, [0, 1])).toMatchObject({ verdict: 'clear', unjudged: [3], scores: [7, 1] });
});

it('is open without an answer and says a tie', () => {
  expect(scoreGuide(guide, [])).toMatchObject({ verdict: 'open', drivers: [] });
  const even = {
    ...guide,
    questions: [{ question: 'q', answers: [{ answer: 'a', weighs: [[2, 3]] as [number, number][] }] }],
  };
  expect(scoreGuide(even, [0])).toMatchObject({ verdict: 'tie', lead: 0 });
  expect(scoreGuide(even, [0]).best).toBeUndefined();
});

it('adds up: what the answers moved is the lead', () => {
  const choice = fc.option(fc.nat(1), { nil: undefined });
  fc.assert(
    fc.property(choice, choice, (first, second) => {
      const result = scoreGuide(guide, [first, second]);
      expect(result.drivers.reduce((sum, driver) => sum + driver.points, 0)).toBe(result.lead);
      expect(result.share).toBeLessThanOrEqual(1);
    }),
  );
});
