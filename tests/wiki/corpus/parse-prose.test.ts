import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/wiki/corpus/parse-file.ts';
import type { Prose } from '../../../src/wiki/corpus/prose.ts';
import fc, { anyText } from '../../support/property.ts';
import { sliceSpan } from '../../support/slice-span.ts';

const HEAD = '---\ntitle: T\n---\n';

function parse(body: string, format: 'md' | 'mdx' = 'md'): Prose {
  const { nodes, diagnostics } = parseFile({ path: `concepts/t.${format}`, text: HEAD + body });
  expect(diagnostics).toEqual([]);
  return nodes[0]?.proses[0] as Prose;
}

/** Each link as `source at line:column → kind:name#heading|label`; lines count from the body's first. */
function links(body: string, format: 'md' | 'mdx' = 'md'): string[] {
  return parse(body, format).links.map((link) => {
    const { start } = link.span;
    const source = sliceSpan(HEAD + body, link.span).replaceAll('\n', '⏎');
    const kind = link.kind ? `${link.kind}:` : '';
    const heading = link.heading ? `#${link.heading}` : '';
    const label = link.label ? `|${link.label}` : '';
    return `${source} ${start.line - 3}:${start.column} → ${kind}${link.name}${heading}${label}`;
  });
}

describe.each(['md', 'mdx'] as const)('links in .%s', (format) => {
  it.each<[string, string, string[]]>([
    ['a sentence', 'See [[rag]], and [[RAG|it]].', ['[[rag]] 1:5 → rag', '[[RAG|it]] 1:18 → RAG|it']],
    ['kinds and headings', '[[guest:ada#claims|A]]', ['[[guest:ada#claims|A]] 1:1 → guest:ada#claims|A']],
    ['an escaped bar', '[[a\\|b]]', ['[[a\\|b]] 1:1 → a|b']],
    [
      'table cells',
      '| x | y |\n|---|---|\n| [[a|b]] | c [[d\\|e]] `[[no]]` |',
      ['[[a|b]] 3:3 → a|b', '[[d\\|e]] 3:15 → d|e'],
    ],
    ['code spans', '`[[no]]` ``[[n|o]]`` [[a]]', ['[[a]] 1:22 → a']],
    ['fences', '```js\n[[no]]\n```\n\n~~~\n[[n|o]]\n~~~\n[[a]]', ['[[a]] 8:1 → a']],
    ['escapes', '\\[[no]] [\\[no]] \\[\\[no]] \\\\[[a]]', ['[[a]] 1:28 → a']],
    ['emphasis', '**[[a]]** *x **[[b|c]]*** ~~[[d]]~~', ['[[a]] 1:3 → a', '[[b|c]] 1:16 → b|c', '[[d]] 1:29 → d']],
    ['headings', '# On [[a]]\n\n[[b]]\n===', ['[[a]] 1:6 → a', '[[b]] 3:1 → b']],
    ['footnotes', 'x[^1]\n\n[^1]: See [[a]].', ['[[a]] 3:11 → a']],
    ['lists', '- [[a]]\n  1. [ ] [[b]]\n     - [x] [[c]]', ['[[a]] 1:3 → a', '[[b]] 2:10 → b', '[[c]] 3:12 → c']],
    ['quotations', '> [[a]]\n> > - [[b]]', ['[[a]] 1:3 → a', '[[b]] 2:7 → b']],
    ['astral characters in front', '😀𝒳 [[a]] 👩‍👩‍👧 [[😀|b]]', ['[[a]] 1:6 → a', '[[😀|b]] 1:21 → 😀|b']],
    ['a line break inside', '[[a\nb|c\nd]]', ['[[a⏎b|c⏎d]] 1:1 → a b|c d']],
    ['a line break inside a quotation', '> [[a\n> b]]', ['[[a⏎> b]] 1:3 → a b']],
    ['a line break inside a list', '- [[a\n  b]]', ['[[a⏎  b]] 1:3 → a b']],
    [
      'names with signs',
      '[[C#]] [[C++]] [[.NET]] [[F#|x]] [[a_b*c]]',
      [
        '[[C#]] 1:1 → C#',
        '[[C++]] 1:8 → C++',
        '[[.NET]] 1:16 → .NET',
        '[[F#|x]] 1:25 → F#|x',
        '[[a_b*c]] 1:34 → a_b*c',
      ],
    ],
    ['unclosed brackets', '[[a [[b]] c]] [[d', ['[[b]] 1:5 → b']],
    ['a paragraph break inside', '[[a\n\nb]]', []],
    ['three brackets', '[[[a]]]', ['[[a]] 1:2 → a']],
    ['brackets behind', '[[a]](b) [[c]][d] [[e]]: f', ['[[a]] 1:1 → a', '[[c]] 1:10 → c', '[[e]] 1:19 → e']],
    ['brackets around', '[x [[a]] y](https://example.org)', ['[[a]] 1:4 → a']],
    ['a definition of that name', '[[a]]\n\n[a]: /x', ['[[a]] 1:1 → a']],
    ['an embed', '![[a]] ![[b|c]]', ['![[a]] 1:1 → a', '![[b|c]] 1:8 → b|c']],
    ['no name', '[[ ]] [[|x]] [[#y]]', []],
    ['addresses', 'https://example.org/[[a]] [t](/b "[[c]]")', []],
    ['white space', '[[ a  b | c  d ]]', ['[[ a  b | c  d ]] 1:1 → a b|c d']],
    ['links side by side', '[[a]][[a]]', ['[[a]] 1:1 → a', '[[a]] 1:6 → a']],
    ['Windows line breaks', 'x\r\n[[a]]\r\n\r\n[[b\r\nc]]', ['[[a]] 2:1 → a', '[[b⏎c]] 4:1 → b c']],
  ])('%s', (_, body, expected) => expect(links(body, format)).toEqual(expected));
});

describe('links in .md only', () => {
  it.each<[string, string, string[]]>([
    ['indented code', 'x\n\n    [[no]]', []],
    ['a comment', '<!-- [[no]] --> [[a]]', []],
    ['HTML', '<b>[[a]]</b>\n\n<div>[[no]]</div>', ['[[a]] 1:4 → a']],
  ])('%s', (_, body, expected) => expect(links(body)).toEqual(expected));
});

describe('links in .mdx only', () => {
  it.each<[string, string, string[]]>([
    ['a component in a line', 'x <b>[[a]]</b>', ['[[a]] 1:6 → a']],
    ['a component on its own', '<b>[[a]] **[[b]]**</b>', ['[[a]] 1:4 → a', '[[b]] 1:12 → b']],
    ['a component around a paragraph', '<Note>\n[[a|b]]\n</Note>', ['[[a|b]] 2:1 → a|b']],
    ['a component in a component', '<A><b>x [[a]]</b></A>', ['[[a]] 1:9 → a']],
    ['an expression', '{[["no"]]} [[a]]', ['[[a]] 1:12 → a']],
    ['an attribute', '<A b="[[no]]">[[a]]</A>', ['[[a]] 1:15 → a']],
    ['code', 'export const a = [["no"]]\n\n[[a]]', ['[[a]] 3:1 → a']],
  ])('%s', (_, body, expected) => expect(links(body, 'mdx')).toEqual(expected));
});

describe('the text around a link', () => {
  it('is the plain text of its block, and the link’s place in it', () => {
    const [first, second] = parse('One *two* [[a|three]] four [[claim:x/y]].\n\nMore.').links;
    expect(first).toMatchObject({ block: 'One two three four .', at: 8 });
    expect(second).toMatchObject({ kind: 'claim', block: 'One two three four .', at: 19 });
  });
  it('is the plain text of the page, without code blocks and citations', () => {
    const body = '# A `b`\n\nx ![c](/d.png) [[claim:x/y]]\n\n```js\ncode\n```\n\n| t |\n|---|\n| [[u|v]] |';
    expect(parse(body).text).toBe('A b\nx c\nt\nv');
    expect(parse(body).languages).toEqual(['js']);
  });
});

describe('headings', () => {
  it('get an anchor each', () => {
    const { headings } = parse('# A\n\n## A\n\n### [[rag|B]] & `c`\n\n# —\n\n# ');
    expect(headings.map(({ depth, text, anchor }) => `${depth} ${text} ${anchor}`)).toEqual([
      '1 A a',
      '2 A a-1',
      '3 B & c b--c',
      '1 — section',
      '1  section-1',
    ]);
  });
});

describe('problems', () => {
  it.each<[string, string, 'md' | 'mdx', string[]]>([
    ['HTML', 'a <b>c</b>', 'md', ['html 1:3 <b>', 'html 1:7 </b>']],
    ['an embed', '![[a]]', 'md', ['embed 1:1 ![[a]]']],
    ['an empty link', '[[|x]]', 'md', ['empty-link 1:1 [[|x]]']],
    ['script', '[x](javascript:y)', 'md', ['unsafe-url 1:1 javascript:y']],
    ['script with a tab', '[x](<java&#9;script:y>)', 'md', ['unsafe-url 1:1 java\tscript:y']],
    ['script in a definition', '[x]\n\n[x]: javascript:y', 'md', ['unsafe-url 3:1 javascript:y']],
    ['another host’s picture', '![x](https://y.org/z.png)', 'md', ['remote-image 1:1 https://y.org/z.png']],
    ['fine addresses', '[x](/y) [x](#y) [x](mailto:a@b.org) ![x](/y.png) <https://y.org>', 'md', []],
    [
      'an open brace',
      '😀 { x',
      'mdx',
      ['mdx 1:4 Unexpected end of file in expression, expected a corresponding closing brace for `{`'],
    ],
    ['deep quotations', `${'>'.repeat(150)} x`, 'md', ['deep 1:101 ']],
    ['deep lists', `${'- '.repeat(150)}x`, 'md', ['deep 1:101 ']],
    ['deep emphasis', `${'*a '.repeat(150)}${'b*'.repeat(150)}`, 'md', ['deep 1:296 ']],
    ['deep code', `{${'('.repeat(250)}1${')'.repeat(250)}}`, 'mdx', ['deep 1:201 ']],
    ['deep signs', `{${'!'.repeat(6000)}1}`, 'mdx', ['deep 1:4995 ']],
    ['marks without end', `ok\n\n${'+ '.repeat(1000)}`, 'md', ['deep 3:1 ']],
    ['references without end', '&amp;'.repeat(10_001), 'md', ['signs 1:50001 character references such as `&amp;`']],
    ['quotation marks without end', '"'.repeat(10_001), 'mdx', ['signs 1:9999 quotation marks, dashes and dots']],
    ['as many quotation marks in plain text', '"'.repeat(10_001), 'md', []],
    ['many references and marks', `${'&amp;'.repeat(10_000)}\n\n${'"'.repeat(9000)}`, 'mdx', []],
    ['many brackets in prose', '(1) [2] '.repeat(500), 'mdx', []],
  ])('%s', (_, body, format, expected) => {
    const found = parse(body, format).problems.map(
      ({ kind, span, written }) => `${kind} ${span.start.line - 3}:${span.start.column} ${written}`,
    );
    expect(found).toEqual(expected);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '[[a]]', '[[b|c]]', '![[d]]', '`', '```\n', '\n', '\n\n', '> ', '- ', '1. ', '# ', '|', '|-|-|\n', '*', '**', '~~',
    '[x](y)', '[^1]', '[^1]: ', '<b>', '</b>', '<!--', '-->', '{', '}', '\\', '😀', '\u0000', '\ud800', '    ', '\t', '&amp;', '---\n',
  ); // biome-ignore format: a table of pieces
  const body = () => fc.array(fc.oneof(pieces, anyText()), { maxLength: 30 }).map((parts) => parts.join(''));

  it.each(['md', 'mdx'] as const)('.%s: every link stands where it says', (format) => {
    fc.assert(
      fc.property(body(), (text) => {
        const { nodes } = parseFile({ path: `concepts/t.${format}`, text: HEAD + text });
        for (const link of nodes[0]?.proses[0]?.links ?? []) {
          expect(sliceSpan(HEAD + text, link.span)).toMatch(/^!?\[\[.*\]\]$/s);
          expect(link.block.length).toBeGreaterThanOrEqual(link.at);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
