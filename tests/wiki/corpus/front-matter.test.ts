import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/wiki/corpus/parse-file.ts';

/** `line:column code message`, or the title and the plain text of the body. */
function read(text: string, path = 'concepts/t.md'): string[] {
  const { nodes, diagnostics } = parseFile({ path, text });
  return [
    ...nodes.map((node) => `${node.title} / ${node.proses[0]?.text}`),
    ...diagnostics.map(({ span, code, message }) => `${span.start.line}:${span.start.column} ${code} ${message}`),
  ];
}

describe('front matter', () => {
  it.each<[string, string, string[]]>([
    ['with prose', '---\ntitle: T\n---\n\nBody.\n', ['T / Body.']],
    ['only', '---\ntitle: T\n---\n', ['T / ']],
    ['only, without a last line break', '---\ntitle: T\n---', ['T / ']],
    ['with blanks behind the last line', '---\ntitle: T\n---  \nBody.', ['T / Body.']],
    [
      'with a tab behind the last line',
      '---\ntitle: T\n---\t\nBody.',
      ['1:1 unreadable-front-matter the front matter is not closed'],
    ],
    ['with Windows line breaks', '---\r\ntitle: T\r\n---\r\nBody.', ['T / Body.']],
    ['with a byte order mark', '\uFEFF---\ntitle: T\n---\nBody.', ['T / Body.']],
    ['with hyphens in a value', '---\ntitle: "a --- b"\nsummary: |\n  ---\n  x\n---\nBody.', ['a --- b / Body.']],
    ['with a rule in the prose', '---\ntitle: T\n---\nBody.\n\n---\n\nMore.', ['T / Body.\nMore.']],
    ['with a comment', '---\n# title: U\ntitle: T # x\n---\n', ['T / ']],
    ['missing', 'Body.', ['1:1 unreadable-front-matter the page has no front matter']],
    ['in an empty file', '', ['1:1 unreadable-front-matter the page has no front matter']],
    ['not at the start', '\n---\ntitle: T\n---\n', ['1:1 unreadable-front-matter the page has no front matter']],
    ['begun with four hyphens', '----\ntitle: T\n----\n', ['1:1 unreadable-front-matter the page has no front matter']],
    [
      'begun with a blank behind',
      '--- \ntitle: T\n---\n',
      ['1:1 unreadable-front-matter the page has no front matter'],
    ],
    ['unclosed', '---\ntitle: T\n\nBody.\n', ['1:1 unreadable-front-matter the front matter is not closed']],
    [
      'closed with spaces in front',
      '---\ntitle: T\n ---\n',
      ['1:1 unreadable-front-matter the front matter is not closed'],
    ],
    ['empty', '---\n---\nBody.\n\n---\n', ['2:1 missing-key `title` is missing']],
    ['blank', '---\n\n---\n', ['2:1 missing-key `title` is missing']],
    ['a list', '---\n- title\n---\n', ['2:1 wrong-value this should be a set of keys, not a list']],
    ['a word', '---\ntitle\n---\n', ['2:1 wrong-value this should be a set of keys, not text']],
    ['in two parts', '---\ntitle: T\n...\nmore: x\n---\n', ['4:1 unreadable-yaml a second YAML document begins here']],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));
});

describe('a list of claims', () => {
  it.each<[string, string, string[]]>([
    ['empty', '', []],
    ['only a comment', '# nothing yet\n', []],
    ['empty list', '[]\n', []],
    ['a set of keys', 'id: a\n', ['1:1 wrong-value claims should be a list']],
    ['an entry that is text', '- a\n', ['1:3 wrong-value this should be a set of keys, not text']],
    ['an entry that is empty', '-\n', ['1:2 wrong-value this should be a set of keys, not empty']],
    ['two documents', '[]\n---\n[]\n', ['2:1 unreadable-yaml a second YAML document begins here']],
  ])('%s', (_, text, expected) => expect(read(text, 'claims/t.yaml')).toEqual(expected));
});
