import { describe, expect, it } from 'vitest';
import { agreementOf, type StanceTaken } from '../../../src/wiki/graph/agreement.ts';
import { conditionsOverlap } from '../../../src/wiki/graph/conditions.ts';
import { greedyCover } from '../../../src/wiki/graph/greedy-cover.ts';
import { logOdds } from '../../../src/wiki/graph/log-odds.ts';
import { singleSource, unarguedOptions } from '../../../src/wiki/graph/one-sided.ts';
import type { Stance } from '../../../src/wiki/kinds/claim.ts';
import fc from '../../support/property.ts';

const taken = (...all: [guest: string, stance: Stance, ...conditions: string[]][]): StanceTaken[] =>
  all.map(([guest, stance, ...conditions], index) => ({ id: `claim:t/c${index}`, guest, stance, conditions }));

describe('agreement', () => {
  it.each<[string, StanceTaken[]]>([
    ['silent', []],
    ['alone', taken(['ada', 'supports'])],
    ['alone', taken(['ada', 'supports'], ['ada', 'opposes'])],
    ['agreed', taken(['ada', 'supports'], ['bob', 'supports'])],
    ['agreed', taken(['ada', 'supports'], ['bob', 'supports'], ['cy', 'qualifies'])],
    ['qualified', taken(['ada', 'supports'], ['bob', 'qualifies'])],
    // Two claims of one guest are one voice.
    ['qualified', taken(['ada', 'supports'], ['ada', 'supports'], ['bob', 'qualifies'])],
    // Ada is of two minds: she qualifies, and keeps the others from agreeing.
    ['qualified', taken(['ada', 'supports'], ['ada', 'opposes'], ['bob', 'supports'], ['cy', 'supports'])],
    ['disputed', taken(['ada', 'supports'], ['bob', 'opposes'])],
    ['disputed', taken(['ada', 'qualifies'], ['bob', 'opposes'])],
    ['opposed', taken(['ada', 'opposes'], ['bob', 'opposes'])],
    ['conditional', taken(['ada', 'supports', 'thousands of calls'], ['bob', 'opposes', 'a legal archive'])],
    // Calls in common: both can hold of the same case, and they contradict each other there.
    ['disputed', taken(['ada', 'supports', 'thousands of calls'], ['bob', 'opposes', 'a call a day'])],
    // One of them says "always".
    ['disputed', taken(['ada', 'supports', 'thousands of calls'], ['bob', 'opposes'])],
    // One clash is enough.
    [
      'disputed',
      taken(['ada', 'supports', 'small teams'], ['bob', 'opposes', 'large banks'], ['cy', 'supports', 'banks']),
    ],
  ])('%s', (accord, claims) => {
    expect(agreementOf(claims).accord).toBe(accord);
  });

  it('counts a guest once, with reservations when they said different things', () => {
    expect(agreementOf(taken(['bob', 'opposes'], ['ada', 'supports'], ['ada', 'qualifies'])).stances).toEqual([
      { guest: 'ada', stance: 'qualifies' },
      { guest: 'bob', stance: 'opposes' },
    ]);
  });

  const claims = fc.array(
    fc.record({
      id: fc.string({ minLength: 1 }),
      guest: fc.constantFrom<string>('ada', 'bob', 'cy', 'di'),
      stance: fc.constantFrom<Stance>('supports', 'qualifies', 'opposes'),
      conditions: fc.subarray(['few calls', 'many calls', 'law', 'a small team']),
    }),
    { maxLength: 8 },
  );
  it('never removes a guest when a claim is added, counts nobody twice, and is blind to order', () => {
    fc.assert(
      fc.property(claims, claims, (some, more) => {
        const before = agreementOf(some).stances.map((one) => one.guest);
        const after = agreementOf([...some, ...more]);
        const guests = after.stances.map((one) => one.guest);
        expect(new Set(guests).size).toBe(guests.length);
        expect(guests.filter((guest) => before.includes(guest))).toEqual(before);
        expect(agreementOf([...more, ...some].reverse())).toEqual(after);
        // Whoever is not the author of a new claim keeps their stance.
        const authors = new Set(more.map((one) => one.guest));
        const others = (all: typeof after.stances) => all.filter((one) => !authors.has(one.guest));
        expect(others(after.stances)).toEqual(others(agreementOf(some).stances));
      }),
    );
  });
});

it.each<[boolean, string[], string[]]>([
  [true, [], ['anything']],
  [true, ['thousands of calls'], ['Calling a model']],
  [false, ['thousands of calls'], ['a legal archive']],
  [false, ['for the many'], ['for the few']],
])('conditions overlap: %s for %j and %j', (overlap, left, right) => {
  expect(conditionsOverlap(left, right)).toBe(overlap);
  expect(conditionsOverlap(right, left)).toBe(overlap);
});

describe('log-odds', () => {
  it('is worked by hand', () => {
    // Ada: 6 cost, 2 speed. Others: 2 cost, 6 speed. Archive: half and half, weighing 4: 2 pseudo-counts each.
    // cost: ln(8/4) - ln(4/8) = 2 ln 2; variance 1/8 + 1/4 = 0.375; z = 1.3863 / 0.6124 = 2.2638.
    const found = logOdds(
      new Map([
        ['cost', 6],
        ['speed', 2],
      ]),
      new Map([
        ['cost', 2],
        ['speed', 6],
      ]),
      new Map([
        ['cost', 50],
        ['speed', 50],
      ]),
      4,
    );
    expect(found.map(({ item, z }) => [item, z.toFixed(4)])).toEqual([
      ['cost', '2.2638'],
      ['speed', '-2.2638'],
    ]);
    expect(found[0]?.delta).toBeCloseTo(2 * Math.log(2), 12);
  });
  it('asks more of what everybody says', () => {
    const prior = new Map([
      ['common', 90],
      ['rare', 10],
    ]);
    const [first] = logOdds(
      new Map([
        ['common', 3],
        ['rare', 3],
      ]),
      new Map([
        ['common', 3],
        ['rare', 0],
      ]),
      prior,
      10,
    );
    expect(first?.item).toBe('rare');
  });
  it('gives no odds to what is all there is, and leaves out what the archive does not know', () => {
    expect(logOdds(new Map([['a', 3]]), new Map(), new Map([['a', 3]]), 1)).toEqual([]);
    expect(logOdds(new Map([['a', 3]]), new Map([['b', 1]]), new Map([['c', 3]]), 1)).toEqual([]);
  });
});

describe('greedy cover', () => {
  const item = (id: string, group: string, cost: number, ...covers: string[]) => ({ id, group, cost, covers });
  it('takes what covers most, then new voices, then the shorter', () => {
    const { chosen, missing, cost } = greedyCover(
      [
        item('a', 'ada', 60, 'x', 'y'),
        item('b', 'ada', 10, 'z'),
        item('c', 'bob', 40, 'z'),
        item('d', 'bob', 50, 'w'),
        item('e', 'cy', 55, 'w'),
        item('f', 'di', 200, 'v'),
      ],
      210,
    );
    // a covers two. Of those that cover z or w: Bob's c is the shortest new voice; then w by Cy, a new voice. 200 more do not fit.
    expect(chosen.map((one) => one.id)).toEqual(['a', 'c', 'e']);
    expect(missing).toEqual(['v']);
    expect(cost).toBe(155);
  });
  it('never passes the budget, and covers all when there is room', () => {
    const items = fc.array(
      fc.record({
        id: fc.string(),
        group: fc.constantFrom('a', 'b'),
        cost: fc.integer({ min: 1, max: 90 }),
        covers: fc.subarray(['u', 'v', 'w']),
      }),
    );
    fc.assert(
      fc.property(items, fc.nat(300), (all, budget) => {
        expect(greedyCover(all, budget).cost).toBeLessThanOrEqual(budget);
        expect(greedyCover(all, 1e9).missing).toEqual([]);
      }),
    );
  });
});

describe('one-sided evidence', () => {
  const claim = (id: string, episode: string, ...speaksFor: string[]) => ({ id, episode, speaksFor });
  it('says when one conversation carries it', () => {
    const six = ['1', '2', '3', '4', '5'].map((id) => claim(id, 'talk'));
    expect(singleSource([...six, claim('6', 'other')])).toEqual({ claims: 5, of: 6, episode: 'talk' });
    expect(singleSource([claim('1', 'a'), claim('2', 'a'), claim('3', 'b'), claim('4', 'b')])).toBeUndefined();
    expect(singleSource([claim('1', 'a'), claim('2', 'a')])).toBeUndefined();
  });
  it('names the option nobody argues for', () => {
    const all = [claim('1', 'a', 'rag'), claim('2', 'b', 'rag'), claim('3', 'c')];
    expect(unarguedOptions(all, ['rag', 'tuning'])).toEqual(['tuning']);
    expect(unarguedOptions(all.slice(1), ['rag', 'tuning'])).toEqual([]);
    expect(unarguedOptions([...all, claim('4', 'd', 'tuning')], ['rag', 'tuning'])).toEqual([]);
  });
});
