import { describe, expect, it } from 'vitest';
import { formatLink, maskLinks, parseLink, unmaskLinks } from '../../../src/wiki/corpus/link-grammar.ts';
import { KIND_NAMES } from '../../../src/wiki/kinds/names.ts';
import { processorMs } from '../../support/processor-time.ts';
import fc, { anyText } from '../../support/property.ts';

/** Text dense in what the grammar gives a meaning. */
const dense = () =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom('[', ']', '[[', ']]', '|', '\\', '\\|', '#', ':', '>', '\n', ' ', 'guest:', 'a', '😀'),
        anyText(),
      ),
    )
    .map((parts) => parts.join(''));

const word = () => fc.stringMatching(/^[a-z0-9+.'é😀-]{1,8}$/u).filter((text) => text.trim() === text && text !== '');
const words = () => fc.array(word(), { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));

describe('parseLink', () => {
  it.each([
    ['rag', { name: 'rag' }],
    ['RAG|retrieval', { name: 'RAG', label: 'retrieval' }],
    ['RAG\\|retrieval', { name: 'RAG', label: 'retrieval' }],
    ['guest:meryem-arik', { kind: 'guest', name: 'meryem-arik' }],
    ['Guest: Meryem Arik', { kind: 'guest', name: 'Meryem Arik' }],
    ['rag#pitfalls', { name: 'rag', heading: 'pitfalls' }],
    ['claim:deploying-llms/style|so', { kind: 'claim', name: 'deploying-llms/style', label: 'so' }],
    ['guest:meryem-arik#claims|Meryem', { kind: 'guest', name: 'meryem-arik', heading: 'claims', label: 'Meryem' }],
    ['C#', { name: 'C#' }],
    ['C#|sharp', { name: 'C#', label: 'sharp' }],
    ['C##history', { name: 'C', heading: '#history' }],
    ['Q: what?', { name: 'Q: what?' }],
    ['claims:x', { name: 'claims:x' }],
    ['a\n  b', { name: 'a b' }],
    ['a\n> > b|c\n> d', { name: 'a b', label: 'c d' }],
    ['a|b|c', { name: 'a', label: 'b|c' }],
    ['', { name: '' }],
    [' | x', { name: '', label: 'x' }],
    ['#x', { name: '', heading: 'x' }],
    ['guest:', { kind: 'guest', name: '' }],
  ])('reads %j', (inside, expected) => expect(parseLink(inside)).toEqual(expected));

  it('reads back every link that formatLink writes', () => {
    const link = fc.record(
      { kind: fc.constantFrom(...KIND_NAMES), name: words(), heading: words(), label: words() },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(link, (written) => {
        expect(parseLink(formatLink(written).slice(2, -2))).toEqual(written);
      }),
    );
  });

  it('takes any text, and means the same after formatLink', () => {
    fc.assert(
      fc.property(dense(), (text) => {
        const link = parseLink(text);
        expect(parseLink(formatLink(link).slice(2, -2))).toEqual(link);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('maskLinks', () => {
  it('keeps the length, and unmaskLinks takes it back', () => {
    fc.assert(
      fc.property(dense(), (text) => {
        const masked = maskLinks(text);
        expect(masked.length).toBe(text.length);
        expect(unmaskLinks(masked)).toBe(text.replace(/[\uFDD0\uFDD1]/g, '\uFFFD'));
      }),
      { numRuns: 2000 },
    );
  });

  it('hides bars in links only', () => {
    expect(unmaskLinks('a\uFDD0b\uFDD1')).toBe('a|b\\');
    expect(maskLinks('|[[a|b]]|[[c\\|d]]|[a|b]|')).toBe('|[[a\uFDD0b]]|[[c\uFDD1\uFDD0d]]|[a|b]|');
    expect(maskLinks('[[a\n\n|b]]')).toBe('[[a\n\n|b]]');
  });

  it('is quick on brackets without end', () => {
    const start = process.cpuUsage();
    for (const text of [
      '[['.repeat(50_000),
      '[[a'.repeat(50_000),
      ']]'.repeat(50_000),
      `[[${'\n \n'.repeat(50_000)}`,
    ]) {
      maskLinks(text);
    }
    expect(processorMs(start)).toBeLessThan(2000);
  });
});
