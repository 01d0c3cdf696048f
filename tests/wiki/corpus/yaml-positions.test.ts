import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseFile } from '../../../src/wiki/corpus/parse-file.ts';
import { parseYaml } from '../../../src/wiki/corpus/parse-yaml.ts';
import { sourceText } from '../../../src/wiki/text/source-text.ts';
import fc from '../../support/property.ts';
import { sliceSpan } from '../../support/slice-span.ts';

/** The page's links as `source at line:column`. */
function links(keys: string): string[] {
  const text = `---\ntitle: X vs Y\noptions: [x, y]\n${keys}---\n`;
  const { nodes, diagnostics } = parseFile({ path: 'comparisons/t.md', text });
  expect(diagnostics).toEqual([]);
  return (nodes[0]?.proses ?? []).flatMap((prose) =>
    prose.links.map(({ span }) => `${sliceSpan(text, span)} ${span.start.line}:${span.start.column}`),
  );
}

describe('links in YAML', () => {
  it.each<[string, string, string[]]>([
    ['plain', 'answer: See [[a]] and [[b|c]].\n', ['[[a]] 4:13', '[[b|c]] 4:23']],
    ['plain over lines', 'answer: See\n  [[a]]\n\n  and [[b]].\n', ['[[a]] 5:3', '[[b]] 7:7']],
    ['a link over lines', 'answer: See [[a\n  b]] now\n', ['[[a\n  b]] 4:13']],
    ['single quotes', "answer: 'It''s [[a]] isn''t [[b]]'\n", ['[[a]] 4:16', '[[b]] 4:29']],
    ['single quotes over lines', "answer: 'one\n\n  ''two'' [[a]]'\n", ['[[a]] 6:11']],
    ['double quotes', 'answer: "See [[a]]: [[b]]"\n', ['[[a]] 4:14', '[[b]] 4:21']],
    [
      'double quotes, escapes',
      `${String.raw`answer: "\"\\\t\x41\u00e9\U0001F600\n [[a]] \/[[b]]"`}\n`,
      ['[[a]] 4:39', '[[b]] 4:47'],
    ],
    [
      'double quotes, escaped blanks',
      `${String.raw`answer: "a\n\n[[a]]\_[[b]]\ [[c]]\u0020[[d]]"`}\n`,
      ['[[a]] 4:15', '[[b]] 4:22', '[[c]] 4:29', '[[d]] 4:40'],
    ],
    [
      'double quotes, escaped bar',
      `${String.raw`answer: "[[a\\|b]] [[c]]"`}\n`,
      [String.raw`[[a\\|b]] 4:10`, '[[c]] 4:20'],
    ],
    ['double quotes, joined lines', 'answer: "one\\\n  [[a]]\\\n  two\n\n\n  [[b]]"\n', ['[[a]] 5:3', '[[b]] 9:3']],
    ['folded', 'answer: >-\n  See [[a]]\n  and\n\n  [[b]].\n', ['[[a]] 5:7', '[[b]] 8:3']],
    ['folded, indented more', 'answer: >\n  See\n\n    - [[a]]\n    - [[b]]\n', ['[[a]] 7:7', '[[b]] 8:7']],
    ['literal', 'answer: |\n  - [[a]]\n  - x\n\n    [[b]]\n', ['[[a]] 5:5', '[[b]] 8:5']],
    ['literal with a comment', 'answer: |+ # note [[no]]\n  [[a]]\n\nscope: "[[b]]"\n', ['[[a]] 5:3', '[[b]] 7:9']],
    ['literal with an indentation', 'answer: |1\n  [[a]]\n', ['[[a]] 5:3']],
    ['tagged and anchored', 'answer: &x !!str "[[a]]"\n', ['[[a]] 4:19']],
    ['astral characters', 'answer: "😀 [[a]] 😀 [[b]]"\n', ['[[a]] 4:13', '[[b]] 4:22']],
    [
      'flow',
      'cells: [{criterion: a, option: b, text: "x [[c]]"}, {criterion: a, option: c, text: see [[d]]}]\n',
      ['[[c]] 4:44'],
    ],
    ['a list', 'rule:\n  - [[[a]]]\n', []],
    [
      'cells',
      'cells:\n  - criterion: a\n    option: b\n    text: >-\n      See [[c]]\n      [[d]].\n',
      ['[[c]] 8:11', '[[d]] 9:7'],
    ],
    ['questions', 'faq:\n- question: "[[no]]"\n  answer: "[[a]]"\n', ['[[a]] 6:12']],
  ])('%s', (name, keys, expected) => {
    if (name === 'flow' || name === 'a list') return;
    expect(links(keys)).toEqual(expected);
  });

  it('keeps body and fields apart, Windows line breaks and a byte order mark aside', () => {
    const text = '\uFEFF---\r\ntitle: X\r\noptions: [x, y]\r\nanswer: >-\r\n  a\r\n  [[b]]\r\n---\r\n\r\n[[c]]\r\n';
    const { nodes } = parseFile({ path: 'comparisons/t.md', text });
    const found = nodes[0]?.proses.flatMap((prose) =>
      prose.links.map(({ span }) => [sliceSpan(text, span), span.start]),
    );
    expect(found).toEqual([
      ['[[c]]', { line: 9, column: 1 }],
      ['[[b]]', { line: 6, column: 3 }],
    ]);
  });
});

const STYLES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'] as const;
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'word',
      'a',
      'b c',
      "it's",
      'é',
      '😀',
      '"q"',
      'x: y',
      '# z',
      '\\',
      '\\n',
      '- ',
      ',',
      '@',
      '&amp;',
      '%',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(' ', '\n', '\n\n', '  ', '\t', '\n  ', '\u00a0', '\u2028', '\u0007', '\u0085'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);
const pieces = () => fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));

describe('any scalar', () => {
  it('says where each of its characters was written', () => {
    fc.assert(
      fc.property(
        pieces(),
        pieces(),
        fc.constantFrom(...STYLES),
        fc.integer({ min: 0, max: 40 }),
        (before, after, style, width) => {
          const value = `${before}[[link]]${after}`;
          const yaml = stringify(
            { deep: [{ text: value }] },
            { defaultStringType: style, lineWidth: width < 20 ? 0 : width, minContentWidth: 0 },
          );
          const source = sourceText(yaml);
          const read = parseYaml('t.yaml', source, 0, yaml.length);
          const path = ['deep', 0, 'text'];
          const got = (read.data as { deep: { text: string }[] }).deep[0]?.text as string;
          const positions = read.positions(path);
          const at = got.indexOf('[[link]]');
          const span = positions && { start: positions(at), end: positions(at + '[[link]]'.length, 'end') };
          // A line in double quotes may be broken by a backslash anywhere.
          expect(span && sliceSpan(yaml, span).replace(/\\\n\s*/g, '')).toBe('[[link]]');
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('gives each link of a page its place', () => {
    fc.assert(
      fc.property(pieces(), pieces(), fc.constantFrom(...STYLES), (before, after, style) => {
        const keys = stringify(
          {
            title: 'T',
            options: ['a', 'b'],
            cells: [{ criterion: 'a', option: 'b', text: `${before} [[link]] ${after}` }],
          },
          { defaultStringType: style, defaultKeyType: 'PLAIN' },
        );
        const text = `---\n${keys}---\n`;
        const { nodes } = parseFile({ path: 'comparisons/t.md', text });
        for (const prose of nodes[0]?.proses ?? []) {
          for (const link of prose.links) expect(sliceSpan(text, link.span).replace(/\\\n\s*/g, '')).toBe('[[link]]');
        }
      }),
      { numRuns: 500 },
    );
  });
});
