import { expect, it } from 'vitest';
import { innerWords } from '../../src/exports/inner-words.ts';

const known = new Set([
  'datenbank',
  'daten',
  'bank',
  'system',
  'vektor',
  'vektordatenbank',
  'formation',
  'informationen',
]);
const inside = (...words: string[]) => innerWords(words, (word) => known.has(word));

it('finds the parts of compounds that are words by themselves', () => {
  expect(inside('vektordatenbank')).toEqual(['datenbank']);
  expect(inside('vektordatenbanksysteme')).toEqual(['datenbank', 'system']);
  expect(inside('datenbank')).toEqual([]);
  expect(inside('systeme', 'a', '', '12345datenbank')).toEqual([]);
});

it('looks at any length of word, and finds nothing where nothing is known', () => {
  expect(innerWords(['x'.repeat(300)], () => false)).toEqual([]);
});
