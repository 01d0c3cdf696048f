import { describe, expect, it } from 'vitest';
import {
  formatRange,
  formatTime,
  isoDuration,
  isPlainlyBefore,
  parseRange,
  parseTime,
} from '../../../src/wiki/text/timestamp.ts';
import fc, { anyText } from '../../support/property.ts';

const seconds = () => fc.integer({ min: 0, max: 100 * 3600 - 1 });

describe('times', () => {
  it.each([
    ['0:00', 0],
    ['0:07', 7],
    ['41:36', 2496],
    ['75:00', 4500],
    ['1:02:03', 3723],
    ['01:02:03', 3723],
    ['99:59:59', 359_999],
    [' 41:36 ', 2496],
  ])('reads %j', (text, expected) => expect(parseTime(text)).toBe(expected));

  it.each([
    '',
    '41',
    ':36',
    '41:',
    '41:6',
    '41:60',
    '1:2:03',
    '1:60:00',
    '100:00:00',
    '-1:00',
    '1:00:00:00',
    '１:００',
    '1:00-2:00',
    '4e1:00',
    '41.36',
  ])('refuses %j', (text) => expect(parseTime(text)).toBeUndefined());

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(seconds(), (time) => {
        expect(parseTime(formatTime(time))).toBe(time);
      }),
    );
  });

  it('writes one form only', () => {
    fc.assert(
      fc.property(seconds(), (time) => {
        const text = formatTime(time);
        expect(text).toMatch(/^(?:\d{1,2}:[0-5]\d|\d{1,2}:[0-5]\d:[0-5]\d)$/);
        expect(formatTime(parseTime(text) ?? -1)).toBe(text);
      }),
    );
  });

  it('takes any text without a fault', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const time = parseTime(text);
        if (time !== undefined) expect(Number.isSafeInteger(time) && time >= 0).toBe(true);
      }),
    );
  });
});

describe('ranges', () => {
  it.each([
    ['41:36', { start: 2496 }],
    ['26:30-31:38', { start: 1590, end: 1898 }],
    ['26:30 – 31:38', { start: 1590, end: 1898 }],
    ['59:00-1:00:30', { start: 3540, end: 3630 }],
    ['2:00-1:00', { start: 120, end: 60 }],
  ])('reads %j', (text, expected) => expect(parseRange(text)).toEqual(expected));

  it.each(['', '-', '26:30-', '-31:38', '26:30-31', '26:30-31:60', '26:30--31:38', '1:00-2:00-3:00', '1:00 2:00'])(
    'refuses %j',
    (text) => expect(parseRange(text)).toBeUndefined(),
  );

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(seconds(), fc.option(seconds(), { nil: undefined }), (start, end) => {
        const range = parseRange(end === undefined ? formatTime(start) : `${formatTime(start)}-${formatTime(end)}`);
        expect(range).toEqual(end === undefined ? { start } : { start, end });
        expect(range && parseRange(formatRange(range))).toEqual(range);
      }),
    );
  });
});

it.each([
  [0, 'PT0S'],
  [59, 'PT59S'],
  [3571, 'PT59M31S'],
  [3600, 'PT1H'],
  [3723.9, 'PT1H2M3S'],
])('writes %d as an ISO duration', (time, expected) => expect(isoDuration(time)).toBe(expected));

it('tells that two times stand in order only where they do', () => {
  const written = fc.tuple(fc.constantFrom('', ' '), fc.nat({ max: 400_000 }), fc.constantFrom('', ' '));
  fc.assert(
    fc.property(written, written, ([before, one, after], [left, other, right]) => {
      const [early, late] = [`${before}${formatTime(one)}${after}`, `${left}${formatTime(other)}${right}`];
      if (isPlainlyBefore(early, late)) expect(one).toBeLessThan(other);
    }),
  );
  expect(isPlainlyBefore('9:59', '10:00')).toBe(false);
  expect(isPlainlyBefore('41:36', '47:02')).toBe(true);
  expect(isPlainlyBefore('1:02:03', '1:02:04')).toBe(true);
  expect(isPlainlyBefore(' 9:00', '08:00')).toBe(false);
});
