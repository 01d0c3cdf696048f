import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ParsedFile, parseFile } from '../../../src/wiki/corpus/parse-file.ts';
import { SOUND } from '../../../src/wiki/rules/examples.ts';
import { compileWiki } from '../../../src/wiki/wiki.ts';
import { compile } from '../../support/check.ts';
import { processorMs } from '../../support/processor-time.ts';
import fc, { anyText } from '../../support/property.ts';

/** Most processor time for any one file, far above what a real one takes. */
const LIMIT_MS = 2000;

function parseInTime(path: string, text: string): ParsedFile {
  const start = process.cpuUsage();
  const parsed = parseFile({ path, text });
  expect(processorMs(start)).toBeLessThan(LIMIT_MS);
  return parsed;
}

/** What was read may not end up as a warning in the terminal. */
const warnings: Error[] = [];
const collect = (warning: Error) => warnings.push(warning);
beforeAll(() => void process.on('warning', collect));
afterAll(async () => {
  await new Promise(setImmediate);
  process.off('warning', collect);
  expect(warnings).toEqual([]);
});

const N = 10_000;
const repeat = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('hostile YAML', () => {
  it.each<[string, string, string]>([
    ['lists in lists', `a: ${'['.repeat(N)}${']'.repeat(N)}`, 'too-deep'],
    ['open brackets', `a: ${'['.repeat(N)}`, 'too-deep'],
    ['maps in maps', `a: ${'{a: '.repeat(N)}1${'}'.repeat(N)}`, 'too-deep'],
    ['indented keys', repeat(2000, (i) => `${' '.repeat(i)}a:`), 'too-deep'],
    ['hyphens', `a:\n  ${'- '.repeat(N)}x`, 'too-deep'],
    ['hyphens set apart', `${'  - '.repeat(N)}\n- x`, 'too-deep'],
    ['question marks', `${'? '.repeat(N)}x`, 'too-deep'],
    ['a key without end', `"${'k'.repeat(1_000_000)}": 1`, 'unreadable-yaml'],
    ['a value without end', `title: ${'v'.repeat(1_000_000)}`, ''],
    ['many keys', repeat(N, (i) => `k${i}: 1`), 'missing-key'],
    ['one key many times', repeat(N, () => 'title: x'), 'unreadable-yaml'],
    ['many anchors', repeat(N, (i) => `k${i}: &a${i} x`), 'missing-key'],
    ['many tags', `title: ${'!!str '.repeat(N)}x`, 'unreadable-yaml'],
    ['quotes', `title: ${'"'.repeat(N)}`, 'unreadable-yaml'],
    ['line breaks', `title: T\nsummary: >-\n${'  x\n\n'.repeat(N)}`, ''],
    [
      'a billion laughs',
      `${'abcdefgh'
        .split('')
        .map((name, i, all) => `${name}: &${name} [${Array(9).fill(i ? `*${all[i - 1]}` : 'ha')}]`)
        .join('\n')}`,
      'unreadable-yaml',
    ],
    ['a list in itself', 'title: T\naliases: &a [*a]', 'wrong-value'],
    ['a map in itself', 'title: &a\n  x: *a', 'wrong-value'],
    ['an unknown alias', 'title: *a', 'unreadable-yaml'],
    ['a function', 'title: !!js/function "function () {}"', 'unreadable-yaml'],
    ['binary', 'title: !!binary aGVsbG8=', 'wrong-value'],
    ['a set', 'title: !!set {a, b}', 'wrong-value'],
    ['a merge', 'title: T\n<<: {summary: x}', 'unknown-key'],
    ['a prototype', 'title: T\n__proto__: {summary: x}', 'unreadable-yaml'],
    ['a constructor', 'title: T\nconstructor: {prototype: {summary: x}}', 'unknown-key'],
    ['a list as a key', 'title: T\n? [a, b]\n: x', 'unreadable-yaml'],
    ['no key', 'title: T\n: x', 'unreadable-yaml'],
    ['an alias as a key', 'title: &a summary\n*a : x', 'unreadable-yaml'],
    ['a number as a key', 'title: T\n1: x', 'unknown-key'],
    ['a truth as a key', 'title: T\ntrue: x', 'unknown-key'],
    ['no number', 'title: .nan', 'wrong-value'],
    ['a null character', 'title: T\nsummary: "a\u0000b"', ''],
    ['half a character', 'title: T\nsummary: "a\ud800b"', ''],
    ['a directive', '%YAML 9.9\n---\ntitle: T', 'unreadable-yaml'],
  ])('%s', (_, yaml, code) => {
    const { diagnostics, nodes } = parseInTime('concepts/t.md', `---\n${yaml}\n---\n`);
    expect(diagnostics[0]?.code ?? '').toBe(code);
    expect(nodes.length).toBe(code ? 0 : 1);
    parseInTime('claims/t.yaml', yaml);
  });

  it.each([
    ['spaces before a value', `title:${' '.repeat(N * 5)}T`],
    ['spaces in a value', `title: T${' '.repeat(N * 5)}T`],
    ['spaces in a value that is wrong', `title: T${' '.repeat(N * 5)}T\na: [`],
    ['empty lines', `title: T\n${'\n'.repeat(N * 5)}aliases: [a]`],
    ['returns', `title: T\n${'\r'.repeat(N * 5)}aliases: [a]`],
  ])('reads past %s', (_, text) => {
    parseInTime('concepts/t.md', `---\n${text}\n---\n`);
  });

  it('says once what is wrong on a line', () => {
    for (const yaml of [
      `a: ${'['.repeat(500)}`,
      `a: ${'"'.repeat(501)}`,
      'a: [b, c',
      "a: 'b",
      '\ta: b',
      'a: b: c: d',
      '@a',
    ]) {
      expect(parseFile({ path: 'concepts/t.md', text: `---\n${yaml}\n---\n` }).diagnostics).toHaveLength(1);
    }
  });

  it('does not lend a page the keys of every object', () => {
    const { diagnostics } = parseFile({
      path: 'guests/t.md',
      text: '---\ntitle: T\nlinks:\n  __proto__: https://example.org\n---\n',
    });
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([
      ['unreadable-yaml', { line: 4, column: 3 }],
    ]);
  });
});

describe('hostile Markdown', () => {
  const cases: [string, string][] = [
    ['quotations', `${'>'.repeat(N)} x`],
    ['lists', `${'- '.repeat(N)}x`],
    ['indented lists', repeat(1000, (i) => `${' '.repeat(2 * i)}- a`)],
    ['brackets', `${'['.repeat(N)}x${']'.repeat(N)}`],
    ['open links', '[['.repeat(N)],
    ['links in links', `${'[['.repeat(N)}x${']]'.repeat(N)}`],
    ['addresses', `${'['.repeat(N)}x${'](y)'.repeat(N)}`],
    ['pictures', `${'!['.repeat(N)}${'](a)'.repeat(N)}`],
    ['emphasis', `${'*a '.repeat(N)}${'b*'.repeat(N)}`],
    ['stars', '*'.repeat(N)],
    ['mixed emphasis', `${'**a *b '.repeat(N)}${' c* d**'.repeat(N)}`],
    ['strikes', `${'~~a '.repeat(N)}${'b~~'.repeat(N)}`],
    ['backticks', repeat(2000, (i) => '`'.repeat(i % 300))],
    ['angles', '<'.repeat(N)],
    ['tags', '<a>'.repeat(N)],
    ['closed tags', `${'<a>'.repeat(N)}x${'</a>'.repeat(N)}`],
    ['comments', '<!--'.repeat(N)],
    ['footnotes', '[^a]: '.repeat(N)],
    ['columns', `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|b|\n'.repeat(1000)}`],
    ['headings', '# a\n\n'.repeat(N)],
    ['null characters', '\u0000[[a]]\u2028'.repeat(N)],
    ['half characters', '\ud800[[a]] \udc00'.repeat(1000)],
    ['braces', `${'{'.repeat(N)}${'}'.repeat(N)}`],
    ['open braces', '{'.repeat(N)],
    ['brackets in code', `{${'('.repeat(N)}1${')'.repeat(N)}}`],
    ['signs in code', `{${'!'.repeat(200_000)}1}`],
    ['functions in code', `{${'a=>'.repeat(100_000)}1}`],
    ['choices in code', `{${'1?1:'.repeat(100_000)}1}`],
    ['words in code', `{${'new '.repeat(100_000)}a}`],
    ['classes in code', `export const a = ${'class extends '.repeat(20_000)}a{}`],
    ['labels in code', `export function f(){${'a:'.repeat(100_000)}b}`],
    ['conditions in code', `export function f(){${'if(a)'.repeat(100_000)}b}`],
    ['brackets in an attribute', `<a b={${'['.repeat(N)}${']'.repeat(N)}}/>`],
    ['brackets in a spread', `<a {...${'('.repeat(N)}1${')'.repeat(N)}}/>`],
    ['templates in code', `{${'`${'.repeat(N)}1${'}`'.repeat(N)}}`],
    ['quotation marks', '"'.repeat(80_000)],
    ['quotation marks among words', 'a" '.repeat(80_000)],
    ['dots', '...'.repeat(80_000)],
    ['quotations without end', '>'.repeat(200_000)],
    ['quotations set apart', '> '.repeat(100_000)],
    ['lists in quotations', '> - '.repeat(50_000)],
    ['lists of plus', '+ '.repeat(100_000)],
    ['numbered lists', '1. '.repeat(66_000)],
    ['character references', '&amp;'.repeat(40_000)],
    ['short character references', '&lt;'.repeat(50_000)],
    ['numbered characters', '&#35;'.repeat(40_000)],
    ['dashes', 'a--b'.repeat(80_000)],
    ['elements in code', `{${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}}`],
  ];
  it.each(cases)('%s', (_, body) => {
    for (const format of ['md', 'mdx']) {
      const { nodes } = parseInTime(`concepts/t.${format}`, `---\ntitle: T\n---\n${body}`);
      expect(nodes).toHaveLength(1);
    }
  });
});

describe('any file', () => {
  const place = fc.constantFrom(
    'concepts/t.md',
    'articles/t.mdx',
    'comparisons/t.md',
    'claims/t.yaml',
    'settings.yaml',
    'shows/t.md',
  );

  it('is read without a fault', () => {
    fc.assert(
      fc.property(place, anyText(), fc.boolean(), (path, text, keys) => {
        parseInTime(path, keys ? `---\n${text}\n---\n${text}` : text);
      }),
      { numRuns: 1000 },
    );
  });

  it('whatever its name', () => {
    fc.assert(
      fc.property(
        anyText(),
        fc.constantFrom('', 'concepts/', 'claims/', 'x/y/'),
        fc.constantFrom('', '.md', '.yaml'),
        (name, folder, end) => {
          expect(parseFile({ path: folder + name + end, text: '' }).diagnostics.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('and a sound archive with slips in it, too', () => {
    const paths = Object.keys(SOUND);
    const slip = fc.record({
      path: fc.constantFrom(...paths),
      at: fc.nat(),
      cut: fc.integer({ min: 0, max: 5 }),
      insert: fc.oneof(
        fc.constantFrom(
          '',
          ' ',
          '\n',
          '\t',
          '- ',
          ': ',
          '"',
          "'",
          '[',
          ']',
          '{',
          '}',
          '#',
          '&a ',
          '*a',
          '!!x ',
          '|',
          '>',
          '---\n',
          '? ',
          '%',
          '@',
          '__proto__: 1\n',
          '[[',
          ']]',
          '\u0000',
        ),
        anyText(),
      ),
    });
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
        const files = { ...SOUND };
        for (const { path, at, cut, insert } of slips) {
          const text = files[path] as string;
          const from = at % (text.length + 1);
          files[path] = text.slice(0, from) + insert + text.slice(from + cut);
        }
        const { diagnostics } = compile(files);
        for (const { span, file } of diagnostics) {
          const lines = (files[file] as string).replace(/^\uFEFF/, '').split(/\r\n?|\n/);
          expect(span.start.line).toBeLessThanOrEqual(lines.length);
          expect(span.start.column).toBeLessThanOrEqual((lines[span.start.line - 1] as string).length + 1);
          const height = span.end.line - span.start.line;
          expect(height > 0 || (height === 0 && span.end.column >= span.start.column)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('an archive may be empty', () => {
    expect(compileWiki([]).diagnostics).toEqual([]);
    expect(
      compileWiki([
        { path: 'README.md', text: 'Notes.' },
        { path: 'concepts/readme.md', text: '' },
      ]).diagnostics,
    ).toEqual([]);
  });
});
