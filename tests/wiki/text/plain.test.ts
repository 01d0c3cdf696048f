import { describe, expect, it } from 'vitest';
import { asList, count, escapeHtml, listOf, truncate } from '../../../src/wiki/text/plain.ts';
import fc, { anyText } from '../../support/property.ts';

describe('escapeHtml', () => {
  it('escapes what HTML gives a meaning', () => {
    expect(escapeHtml(`<a href="x" id='y'>&</a>`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/a&gt;');
  });
  it('leaves no mark-up in any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });
});

describe('truncate', () => {
  it.each([
    ['short', 10, 'short'],
    ['one two three', 9, 'one two…'],
    ['one, two', 6, 'one…'],
    ['incomprehensible', 6, 'incom…'],
  ])('%j to %d → %j', (text, length, expected) => expect(truncate(text, length)).toBe(expected));
  it('never passes the length, and never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, length) => {
        const cut = truncate(text, length);
        expect(cut.length).toBeLessThanOrEqual(Math.max(length, 1));
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('lists %j', (items, expected) => expect(listOf(items)).toBe(expected));

it('counts', () => {
  expect([count(0, 'page'), count(1, 'page'), count(2, 'page'), count(2, 'entry', 'entries')]).toEqual([
    '0 pages',
    '1 page',
    '2 pages',
    '2 entries',
  ]);
});

it('makes lists of what may be one', () => {
  expect([asList(undefined), asList('a'), asList(['a', 'b'])]).toEqual([[], ['a'], ['a', 'b']]);
});
