import { describe, expect, it } from 'vitest';
import {
  decodeMapState,
  encodeMapState,
  type MapState,
  START,
  sameFilters,
  selecting,
  toggledIn,
  unfiltered,
} from '../../../src/browser/map/map-state.ts';
import fc, { anyText } from '../../support/property.ts';

const id = () => fc.stringMatching(/^[a-z]{3,8}:[a-z0-9-]{1,12}(\/[a-z0-9-]{1,8})?$/);
const names = () => fc.uniqueArray(fc.stringMatching(/^[a-zA-Z]{2,9}$/), { maxLength: 4 }).map((list) => list.sort());
const anyState = (): fc.Arbitrary<MapState> =>
  fc
    .record(
      {
        hide: names(),
        without: names(),
        least: fc.nat(1000),
        depth: fc.integer({ min: 1, max: 3 }),
        colour: fc.constantFrom('kind' as const, 'community' as const, 'year' as const),
        guest: id(),
        from: fc.integer({ min: 1900, max: 2100 }),
        until: fc.integer({ min: 1900, max: 2100 }),
        community: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
        focus: id(),
        select: id(),
        to: id(),
        at: fc.record({
          x: fc.integer({ min: -10000, max: 20000 }).map((n) => n / 10000),
          y: fc.integer({ min: -10000, max: 20000 }).map((n) => n / 10000),
          ratio: fc.integer({ min: 50, max: 20000 }).map((n) => n / 10000),
        }),
      },
      { requiredKeys: ['hide', 'without', 'least', 'depth', 'colour'] },
    )
    .map((state) => (state.focus ? state : { ...state, depth: 1 }));

describe('the state of the map in its address', () => {
  it('is nothing at the start', () => {
    expect(encodeMapState(START)).toBe('');
    expect(decodeMapState('')).toEqual(START);
  });

  it('reads well', () => {
    const state = { ...START, focus: 'concept:rag', depth: 2, hide: ['claim', 'resource'], select: 'claim:talk/one' };
    expect(encodeMapState(state)).toBe('?focus=concept:rag&depth=2&select=claim:talk/one&hide=claim,resource');
  });

  it('says every state so that the same comes out', () => {
    fc.assert(
      fc.property(anyState(), (state) => {
        expect(decodeMapState(encodeMapState(state))).toEqual(state);
      }),
    );
  });

  it('takes any address, and says the same of what it took', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (key, value) => {
        const search = `?${new URLSearchParams([
          [key, value],
          ['at', value],
          ['least', value],
          ['focus', value],
        ])}`;
        const state = decodeMapState(search);
        expect(decodeMapState(encodeMapState(state))).toEqual(state);
      }),
    );
  });

  it.each([
    ['?least=-1&depth=9&from=abc&colour=pink&at=1,2&focus=rag', START],
    ['?at=9,9,99', { ...START, at: { x: 2, y: 2, ratio: 2 } }],
    ['?hide=b,a,,b', { ...START, hide: ['a', 'b'] }],
  ])('leaves at the start what %s says wrongly', (search, expected) => {
    expect(decodeMapState(search)).toEqual(expected);
  });
});

describe('steps from one state to the next', () => {
  it('hide and show a kind', () => {
    const hidden = toggledIn(START, 'hide', 'claim');
    expect(hidden.hide).toEqual(['claim']);
    expect(toggledIn(hidden, 'hide', 'claim')).toEqual(START);
  });

  it('select another, which ends a path', () => {
    expect(selecting({ ...START, select: 'concept:a', to: 'concept:b' }, 'concept:c')).toEqual({
      ...START,
      select: 'concept:c',
    });
    expect(selecting({ ...START, select: 'concept:a' }, undefined)).toEqual(START);
  });

  it('show everything, where the reader was', () => {
    const at = { x: 0.5, y: 0.5, ratio: 0.2 };
    expect(unfiltered({ ...START, hide: ['claim'], least: 3, focus: 'concept:a', select: 'concept:b', at })).toEqual({
      ...START,
      select: 'concept:b',
      at,
    });
  });

  it('know whether other rows are shown', () => {
    expect(sameFilters(START, { ...START, select: 'concept:a', colour: 'year' })).toBe(true);
    expect(sameFilters(START, { ...START, least: 2 })).toBe(false);
  });
});
