import { describe, expect, it } from 'vitest';
import { createNameFinder } from '../../../src/browser/search/find-names.ts';
import type { NamedPage } from '../../../src/wiki/views/contracts/name-index.ts';

const page = (
  kind: NamedPage['kind'],
  title: string,
  aliases: string[] = [],
  more: Partial<NamedPage> = {},
): NamedPage => ({
  kind,
  slug: title.toLowerCase().replace(/\W+/g, '-'),
  title,
  aliases,
  weight: 0,
  ...more,
});

const finder = createNameFinder();
finder.add([
  page('concept', 'Retrieval-augmented generation', ['RAG']),
  page('concept', 'Fine-tuning'),
  page('concept', 'C++'),
  page('concept', 'C#'),
  page('concept', 'A/B testing', ['split testing']),
  page('concept', 'k-NN search'),
  page('concept', 'Vector database', ['vector store'], { weight: 5 }),
  page('concept', 'Vector search', [], { weight: 3 }),
  page('concept', '向量数据库'),
  page('concept', 'Datenqualität'),
  page('concept', 'Orange 🍊'),
  page('guest', 'Zoë Müller'),
  page('comparison', 'RAG vs fine-tuning', [], { options: ['retrieval-augmented-generation', 'fine-tuning'] }),
  page('resource', 'Mercury', [], { weight: 1 }),
  page('concept', 'Mercury', [], { weight: 4 }),
]);
const first = (query: string) => {
  const [match] = finder.find(query);
  return match && `${match.page.kind}:${match.page.slug} ${match.level}`;
};

describe('a name', () => {
  it.each([
    ['rag', 'concept:retrieval-augmented-generation alias'],
    ['RAG?', 'concept:retrieval-augmented-generation alias'],
    ['what is RAG', 'concept:retrieval-augmented-generation alias'],
    ['fine tuning', 'concept:fine-tuning title'],
    ['finetuning', 'concept:fine-tuning near'],
    ['vector databases', 'concept:vector-database near'],
    ['vectr database', 'concept:vector-database typo'],
    ['evctor database', 'concept:vector-database typo'],
    ['zoe muller', 'guest:zo-m-ller title'],
    ['c++', 'concept:c- title'],
    ['knn search', 'concept:k-nn-search near'],
    ['ab tests', 'concept:a-b-testing prefix'],
    ['split test', 'concept:a-b-testing prefix'],
    ['向量数据库', 'concept:- title'],
    ['datenqualitat', 'concept:datenqualit-t title'],
    ['🍊', 'concept:orange- part'],
    ['vector', 'concept:vector-database part'],
    ['vecto', 'concept:vector-database prefix'],
    ['qualität', 'concept:datenqualit-t inside'],
    ['datab', 'concept:vector-database prefix'],
    ['tabas', 'concept:vector-database inside'],
  ])('%s finds %s', (query, expected) => {
    expect(first(query)).toBe(expected);
  });

  it('in five letters or more forgives one edit, in fewer none', () => {
    expect(first('rga')).toBeUndefined();
    expect(first('aba')).toBeUndefined();
    expect(first('vectro databsae')).toBeUndefined();
  });

  it('that two pages have is told by their evidence', () => {
    expect(finder.find('mercury').map((match) => match.page.kind)).toEqual(['concept', 'resource']);
  });

  it('of a comparison holds in either order, by any name of its sides', () => {
    for (const query of [
      'RAG vs fine-tuning',
      'fine tuning vs. rag',
      'finetuning versus retrieval augmented generation',
    ]) {
      expect(finder.find(query)[0]?.page.kind, query).toBe('comparison');
    }
  });
});

it('finds names inside a question, longest first', () => {
  const words = ['when', 'should', 'i', 'use', 'a', 'vector', 'database', 'with', 'rag'];
  expect(finder.mentions(words).map(({ start, end, pages }) => [start, end, pages[0]?.slug])).toEqual([
    [5, 7, 'vector-database'],
    [8, 9, 'retrieval-augmented-generation'],
  ]);
});

it('says what was probably meant', () => {
  expect(finder.nearestWord('vectr')).toBe('vector');
  expect(finder.nearestWord('vector')).toBeUndefined();
  expect(finder.nearest('retreival generaton', 3)[0]?.page.title).toBe('Retrieval-augmented generation');
});

it.each([
  '',
  '   ',
  '?',
  '((((',
  '\\',
  '[a-z]+$',
  '<script>alert(1)</script>',
  '\u0000\u202e',
  'a'.repeat(10_000),
  '🍊'.repeat(3000),
  'vs vs vs',
])('takes %j for what it is', (query) => {
  expect(() => finder.find(query)).not.toThrow();
  expect(() => finder.nearest(query, 3)).not.toThrow();
});
