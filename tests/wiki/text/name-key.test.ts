import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords, isWithinOneEdit, nameKey, sidesOf } from '../../../src/wiki/text/name-key.ts';
import { segmentText } from '../../../src/wiki/text/segment-text.ts';

describe('nameKey', () => {
  it.each([
    ['k-NN', 'knn'],
    ['A/B tests', 'ab test'],
    ['Fine-tuning', 'fine tuning'],
    ['Naïve Bayes', 'naive bayes'],
    ['vector databases', 'Vector Database'],
    ['technologies', 'technology'],
    ['Straße', 'strasse'],
    ['.NET', 'net'],
    ['Ｃ＋＋', 'c++'],
  ])('is the same for %s and %s', (left, right) => {
    expect(nameKey(left)).toBe(nameKey(right));
  });

  it.each([
    ['C', 'C++'],
    ['C++', 'C#'],
    ['が', 'か'],
    ['class', 'clas'],
  ])('tells %s from %s', (left, right) => {
    expect(nameKey(left)).not.toBe(nameKey(right));
  });

  it('keeps pictures and every script', () => {
    expect(foldWords('🦊 und Größe, 向量 data')).toEqual(['🦊', 'und', 'grosse', '向量', 'data']);
  });

  it('answers anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(nameKey(nameKey(text)).length).toBeLessThanOrEqual(nameKey(text).length);
      }),
    );
  });
});

describe('isWithinOneEdit', () => {
  it('sees one letter more, less, other and two swapped, and no more', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(fc.property(word, word, (left, right) => isWithinOneEdit(left, right) === distance(left, right) <= 1));
  });

  /** Optimal string alignment, by the book. */
  function distance(left: string, right: string): number {
    const table = Array.from({ length: left.length + 1 }, (_, row) => [row, ...Array<number>(right.length).fill(0)]);
    const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
    table[0] = Array.from({ length: right.length + 1 }, (_, column) => column);
    for (let row = 1; row <= left.length; row++) {
      for (let column = 1; column <= right.length; column++) {
        const same = left[row - 1] === right[column - 1] ? 0 : 1;
        const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
        (table[row] as number[])[column] = Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + same,
          swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        );
      }
    }
    return at(left.length, right.length);
  }
});

it('finds the sides of a choice', () => {
  expect(sidesOf('RAG vs. fine-tuning')).toEqual(['RAG', 'fine-tuning']);
  expect(sidesOf('RAG versus agents or rules')).toEqual(['RAG', 'agents', 'rules']);
  expect(sidesOf('vs RAG')).toEqual([]);
  expect(sidesOf('retrieval')).toEqual([]);
});

it('puts gaps between the words of scripts that write none', () => {
  expect(segmentText('RAG向量库 ok').replace(/ +/g, ' ')).toBe('RAG 向 量 库 ok');
});
