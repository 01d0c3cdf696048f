import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../../src/wiki/diagnostics/diagnostic.ts';
import { formatJson } from '../../../src/wiki/diagnostics/format-json.ts';
import type { Files } from '../../../src/wiki/rules/define-rule.ts';
import { claimYaml, soundWith } from '../../../src/wiki/rules/examples.ts';
import { rules } from '../../../src/wiki/rules/index.ts';
import { compileWiki, type Wiki } from '../../../src/wiki/wiki.ts';
import { compile } from '../../support/check.ts';
import fc from '../../support/property.ts';
import { randomWiki } from '../../support/random-wiki.ts';
import { sliceSpan } from '../../support/slice-span.ts';

const shown = (wiki: Wiki) => ({
  diagnostics: wiki.diagnostics.map((diagnostic) => formatJson(diagnostic)),
  graph: JSON.stringify(wiki.graph.graph.export()),
  edges: wiki.graph.nodes.map((node) =>
    [wiki.graph.out(node.id), wiki.graph.in(node.id)].map((list) =>
      list.map((edge) => [edge.source, edge.target, edge.field, edge.span()]),
    ),
  ),
});
const errors = (files: Files) =>
  compile(files).diagnostics.map(({ code, file, span }) => `${file}:${span.start.line}:${span.start.column} ${code}`);

describe('every link that is written', () => {
  it('is an edge', () => {
    fc.assert(
      fc.property(randomWiki(), ({ files, links }) => {
        const { graph, diagnostics } = compile(files);
        expect(hasErrors(diagnostics)).toBe(false);
        expect(graph.graph.size).toBe(links);
      }),
    );
  });

  it('is known with its place', () => {
    fc.assert(
      fc.property(randomWiki(), ({ files }) => {
        const { graph } = compile(files);
        for (const node of graph.nodes) {
          for (const edge of graph.out(node.id)) {
            const text = sliceSpan(files[node.file] as string, edge.span());
            if (edge.prose) expect(text).toMatch(/^\[\[[^[\]]+\]\]$/);
            else if (edge.field !== 'file')
              expect(text.toLowerCase()).toBe(edge.target.slice(edge.target.indexOf(':') + 1));
          }
        }
      }),
    );
  });
});

describe('the order of files', () => {
  const shuffled = (files: Files) =>
    fc.shuffledSubarray(Object.entries(files), { minLength: Object.keys(files).length });

  it('makes no difference to a sound wiki', () => {
    fc.assert(
      fc.property(
        randomWiki().chain(({ files }) => fc.tuple(fc.constant(files), shuffled(files))),
        ([files, order]) => {
          const other = compileWiki(order.map(([path, text]) => ({ path, text })));
          expect(shown(other)).toEqual(shown(compile(files)));
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each(rules.map((rule) => [rule.code, rule.wrong] as const))('makes no difference to what %s says', (_, files) => {
    fc.assert(
      fc.property(shuffled(files), (order) => {
        expect(shown(compileWiki(order.map(([path, text]) => ({ path, text }))))).toEqual(shown(compile(files)));
      }),
      { numRuns: 10 },
    );
  });
});

describe('dates', () => {
  it('come from the evidence', () => {
    const { graph } = compile(
      soundWith({
        'episodes/two.md': '---\ntitle: Two\nshow: talks\nguests: [ada]\ndate: 2025-06-07\n---\n',
        'episodes/undated.md': '---\ntitle: Undated\nguests: [hans]\n---\n',
        'claims/two.yaml': claimYaml('').replace('criterion: cost\n', 'criterion: cost\n').replace('[rag]', '[late]'),
        'concepts/late.md': '---\ntitle: Late\n---\n',
        'concepts/plain.md': '---\ntitle: Plain\n---\n[[rag]]\n',
        'collections/x.md': '---\ntitle: X\nclaims:\n  - claim: one/facts\n---\n',
      }),
    );
    expect(Object.fromEntries(graph.nodes.map((node) => [node.id, graph.date(node.id)]))).toEqual({
      'claim:one/facts': '2024-05-01',
      'claim:two/facts': '2025-06-07',
      'collection:x': '2024-05-01',
      'concept:late': '2025-06-07',
      'concept:plain': undefined,
      'concept:rag': '2024-05-01',
      'criterion:cost': '2025-06-07',
      'episode:one': '2024-05-01',
      'episode:two': '2025-06-07',
      'episode:undated': undefined,
      'guest:ada': '2025-06-07',
      'guest:hans': undefined,
      'show:talks': '2025-06-07',
    });
  });
});

describe('one cause, one message:', () => {
  const link = '---\ntitle: Cost\n---\n[[My Page]], [[My page|it]] and [[my-page]].\n';
  it.each<[string, Files, string[]]>([
    [
      'a page whose YAML is broken',
      { 'concepts/my-page.md': '---\ntitle: My Page\nbroader: [\n---\n', 'criteria/cost.md': link },
      ['concepts/my-page.md:4:1 unreadable-yaml'],
    ],
    [
      'a page with a wrong key',
      { 'concepts/my-page.md': '---\ntitle: "My Page"\nbraoder: []\n---\n', 'criteria/cost.md': link },
      ['concepts/my-page.md:3:1 unknown-key'],
    ],
    [
      'a page without front matter',
      { 'concepts/my-page.md': 'title: My Page\n', 'criteria/cost.md': '---\ntitle: Cost\n---\n[[my-page]]\n' },
      ['concepts/my-page.md:1:1 unreadable-front-matter'],
    ],
    [
      'a page with a bad file name',
      { 'concepts/My Page.md': '---\ntitle: My Page\n---\n', 'criteria/cost.md': link },
      ['concepts/My Page.md:1:1 bad-file-name'],
    ],
    [
      'a page in a misspelt folder',
      { 'concept/my-page.md': '---\ntitle: My Page\n---\n', 'criteria/cost.md': link },
      ['concept/my-page.md:1:1 misplaced-file'],
    ],
    [
      'claims that cannot be read',
      { 'claims/one.yaml': '- id: facts\n  about: [rag\n  criterion: cost\n' },
      ['claims/one.yaml:3:3 unreadable-yaml'],
    ],
    [
      'a claim with a wrong word',
      { 'claims/one.yaml': claimYaml('  status: done\n') },
      ['claims/one.yaml:8:11 wrong-value'],
    ],
    [
      'a claim without an id',
      { 'claims/one.yaml': claimYaml('').replace('id: facts\n  by', 'by') },
      ['claims/one.yaml:1:3 missing-key'],
    ],
    ['a guest who is broken', { 'guests/ada.md': '---\ntitle: Ada\nx: 1\n---\n' }, ['guests/ada.md:3:1 unknown-key']],
    [
      'a show that is broken',
      {
        'shows/talks.md': '---\ntitle: Talks\nx: 1\nhosts:\n  - guest: hans\n---\n',
        'claims/one.yaml': claimYaml('').replace('ada', 'hans'),
      },
      ['shows/talks.md:3:1 unknown-key'],
    ],
    [
      'a show that is misspelt',
      {
        'episodes/one.md': '---\ntitle: One\nshow: tolks\nguests: [ada]\n---\n',
        'claims/one.yaml': claimYaml('').replace('ada', 'hans'),
      },
      ['episodes/one.md:3:7 unknown-link'],
    ],
    [
      'an episode that is broken',
      { 'episodes/one.md': '---\ntitle: One\nx: 1\nshow: talks\nguests: [ada]\n---\n' },
      ['episodes/one.md:3:1 unknown-key'],
    ],
    [
      'a link that is misspelt',
      {
        'concepts/rag.md': '---\ntitle: RAG\n---\n[[lonly]] [[claim:one/facts]]\n',
        'concepts/lonely.md': '---\ntitle: Lonely\n---\n',
      },
      ['concepts/rag.md:4:1 unknown-link'],
    ],
    [
      'a title that two pages have',
      {
        'criteria/price.md': '---\ntitle: Cost\n---\n',
        'concepts/rag.md': '---\ntitle: RAG\n---\n[[criterion:price]] [[criterion:Cost]] [[claim:one/facts]]\n',
      },
      ['criteria/price.md:2:8 duplicate-title'],
    ],
    [
      'a link that two pages answer to',
      { 'concepts/price.md': '---\ntitle: Price\n---\n', 'criteria/price.md': '---\ntitle: Price\n---\n[[price]]\n' },
      ['criteria/price.md:4:1 ambiguous-link'],
    ],
    [
      'claims without an episode',
      { 'claims/two.yaml': claimYaml('') + claimYaml('').replace('facts', 'more') },
      ['claims/two.yaml:1:3 claims-without-episode'],
    ],
  ])('%s', (_, files, expected) => expect(errors(soundWith(files))).toEqual(expected));
});
