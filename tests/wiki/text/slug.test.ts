import { describe, expect, it } from 'vitest';
import { isSlug, MAX_SLUG_LENGTH, slugify } from '../../../src/wiki/text/slug.ts';
import fc, { anyText } from '../../support/property.ts';

describe('slugify', () => {
  it.each([
    ['Retrieval-Augmented Generation (RAG)', 'retrieval-augmented-generation-rag'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['.NET', 'net'],
    ['Q&A', 'q-and-a'],
    ["Conway's law", 'conways-law'],
    ['Conway’s law', 'conways-law'],
    ['GPT-4o', 'gpt-4o'],
    ['Crème  brûlée', 'creme-brulee'],
    ['İstanbul', 'istanbul'],
    ['ﬁne tuning', 'fine-tuning'],
    ['Ｆｕｌｌ width', 'full-width'],
    ['日本語 モデル', '日本語-モデル'],
    ['が', 'が'],
    ['हिन्दी', 'हिन्दी'],
    ['한국어', '한국어'],
    ['#1', '1'],
    ['❤️', ''],
    ['—', ''],
    ['', ''],
  ])('%j → %j', (text, slug) => {
    expect(slugify(text)).toBe(slug);
    if (slug) expect(isSlug(slug)).toBe(true);
  });

  it('gives a slug, or nothing', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const slug = slugify(text);
        expect(slug === '' || isSlug(slug)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(slugify(slugify(text))).toBe(slugify(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps ASCII slugs as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,5}$/), (slug) => {
        expect(isSlug(slug)).toBe(true);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });

  it('cuts long names between words, and a long word between characters', () => {
    expect(slugify('word '.repeat(40))).toBe(`word${'-word'.repeat(11)}`);
    expect(slugify('a'.repeat(100))).toBe('a'.repeat(MAX_SLUG_LENGTH));
    const rare = slugify(`a${'𐐨'.repeat(100)}`);
    expect(isSlug(rare)).toBe(true);
    expect(rare.length).toBe(MAX_SLUG_LENGTH - 1);
  });
});

it.each([
  '',
  '-',
  'a-',
  '-a',
  'a--b',
  'A',
  'a b',
  'a_b',
  'a/b',
  '..',
  'a.b',
  'a'.repeat(61),
  'e\u0301',
  'ﬁne',
  'a\n',
  '\ud800',
])('%j is no slug', (text) => expect(isSlug(text)).toBe(false));
