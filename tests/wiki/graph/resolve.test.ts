import { describe, expect, it } from 'vitest';
import { createResolver } from '../../../src/wiki/graph/resolve.ts';
import { compile } from '../../support/check.ts';
import fc, { anyText } from '../../support/property.ts';

const page = (title: string, aliases: string[] = []) => `---\n${JSON.stringify({ title, aliases })}\n---\n`;

const { resolver } = compile({
  'concepts/rag.md': page('Retrieval-augmented generation', ['RAG systems', 'Grounding']),
  'concepts/c.md': page('C'),
  'concepts/c-sharp.md': page('C#'),
  'concepts/c-plus-plus.md': page('C++'),
  'concepts/dot.md': page('C.'),
  'concepts/cost.md': page('Money'),
  'criteria/cost.md': page('Cost'),
  'guests/ada.md': page('Ada Lovelace', ['Grounding']),
  'episodes/one.md': page('One'),
  'claims/one.yaml': '- {id: facts, by: ada, at: "1:00", text: Facts., type: rule, about: [rag]}\n',
});

describe('resolve', () => {
  it.each<[string, string | object]>([
    ['rag', 'concept:rag'],
    ['RAG', 'concept:rag'],
    [' Rag ', 'concept:rag'],
    ['retrieval-Augmented  generation', 'concept:rag'],
    ['rag systems', 'concept:rag'],
    ['ＲＡＧ', 'concept:rag'],
    ['RAG!', 'concept:rag'],
    ['C', 'concept:c'],
    ['C#', 'concept:c-sharp'],
    ['c++', 'concept:c-plus-plus'],
    ['C.', 'concept:dot'],
    ['ada lovelace', 'guest:ada'],
    ['cost', { state: 'ambiguous', candidates: ['concept:cost', 'criterion:cost'] }],
    ['grounding', { state: 'ambiguous', candidates: ['concept:rag', 'guest:ada'] }],
    ['one/facts', { state: 'wrong-kind', candidates: ['claim:one/facts'] }],
    ['money', 'concept:cost'],
    ['loveless', { state: 'missing' }],
    ['', { state: 'missing' }],
    ['constructor', { state: 'missing' }],
    ['ada lovelase', { state: 'missing', nearest: 'guest:ada', suggestion: 'ada' }],
  ])('%j', (name, expected) => {
    expect(resolver.resolve(name)).toEqual(typeof expected === 'string' ? { state: 'found', id: expected } : expected);
  });

  it('keeps to the kinds it is asked for', () => {
    expect(resolver.resolve('cost', ['criterion'])).toEqual({ state: 'found', id: 'criterion:cost' });
    expect(resolver.resolve('grounding', ['guest'])).toEqual({ state: 'found', id: 'guest:ada' });
    expect(resolver.resolve('ONE/Facts', ['claim'])).toEqual({ state: 'found', id: 'claim:one/facts' });
    expect(resolver.resolve('ada', ['concept', 'criterion'])).toEqual({
      state: 'wrong-kind',
      candidates: ['guest:ada'],
    });
    expect(resolver.resolve('one/fact', ['claim'])).toMatchObject({ state: 'missing', suggestion: 'one/facts' });
    expect(resolver.resolve('raag', ['guest'])).toEqual({ state: 'missing' });
  });

  const name = () => fc.stringMatching(/^[a-c]{1,2}( [a-c])?$/);
  const pages = () =>
    fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom('concepts', 'criteria'),
        slug: fc.stringMatching(/^[a-c]{1,2}$/),
        title: name(),
        aliases: fc.array(name(), { maxLength: 2 }),
      }),
      {
        selector: ({ kind, slug }) => `${kind}/${slug}`,
        maxLength: 6,
      },
    );

  it('agrees with the plainest way to say it', () => {
    fc.assert(
      fc.property(pages(), name(), fc.constantFrom('concept', 'criterion', undefined), (all, wanted, kind) => {
        const wiki = compile(
          Object.fromEntries(
            all.map(({ kind: folder, slug, title, aliases }) => [
              `${folder}/${slug}.md`,
              page(title.toUpperCase(), aliases),
            ]),
          ),
        );
        const ids = all
          .map((one) => ({ ...one, id: `${one.kind === 'concepts' ? 'concept' : 'criterion'}:${one.slug}` }))
          .filter((one) => !kind || one.id.startsWith(kind));
        const levels = [
          ids.filter((one) => one.slug === wanted),
          ids.filter((one) => one.title === wanted),
          ids.filter((one) => one.aliases.includes(wanted)),
          ids.filter((one) => one.slug === wanted.replace(' ', '-')),
        ];
        const first = levels
          .find((level) => level.length > 0)
          ?.map((one) => one.id)
          .sort();
        const found = wiki.resolver.resolve(wanted.toUpperCase(), kind && [kind]);
        if (!first) expect(['missing', 'wrong-kind']).toContain(found.state);
        else if (first.length === 1) expect(found).toEqual({ state: 'found', id: first[0] });
        else expect(found).toEqual({ state: 'ambiguous', candidates: first });
      }),
      { numRuns: 500 },
    );
  });

  it('does not mind the order of pages', () => {
    fc.assert(
      fc.property(pages(), name(), (all, wanted) => {
        const { graph } = compile(
          Object.fromEntries(all.map(({ kind, slug, title, aliases }) => [`${kind}/${slug}.md`, page(title, aliases)])),
        );
        const ways = [graph.nodes, [...graph.nodes].reverse()].map((nodes) => createResolver(nodes));
        for (const text of [wanted, `${wanted}x`]) expect(ways[1]?.resolve(text)).toEqual(ways[0]?.resolve(text));
      }),
    );
  });

  it('takes any name', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(['found', 'missing', 'ambiguous', 'wrong-kind']).toContain(resolver.resolve(text).state);
      }),
    );
  });
});
