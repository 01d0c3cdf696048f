import { expect, it } from 'vitest';
import { searchText, withoutStopwords } from '../../src/exports/search-text.ts';
import { stopwordsOf } from '../../src/wiki/text/stopwords.ts';

it('leaves out what questions are made of, but not its namesakes in capitals', () => {
  const english = stopwordsOf('en');
  expect(withoutStopwords('What should we (really) do with it, then?', english)).toBe('');
  expect(withoutStopwords('The IT team of the US office', english)).toBe('IT team US office');
  expect(withoutStopwords('The language A+', english)).toBe('language A+');
  expect(withoutStopwords('A vector store', english)).toBe('vector store');
  expect(withoutStopwords('Der Graph', stopwordsOf('de'))).toBe('Graph');
  expect(withoutStopwords('the words of no list', stopwordsOf('tlh'))).toBe('the words of no list');
});

it('has no control characters, and gaps between characters that are words', () => {
  expect(searchText('a\u0000b\n\nc')).toBe('a b c');
  expect(searchText('数据').trim()).toBe('数 据');
});

it.each([
  ['It is a cry. And then?', 'It is a cry And then?'],
  ['.NET, C++, C#. (k-NN)', '.NET, C++, C# (k-NN)'],
  ['A/B tests... and/or -5', 'A/B tests and/or 5'],
  ['node.js. AT&T. v1.2.', 'node.js AT&T v1.2'],
  ['“…so” it ‘.NET’', '“so” it ‘.NET’'],
])('has signs inside words, and none at their ends: %j', (text, words) => {
  expect(searchText(text)).toBe(words);
});
