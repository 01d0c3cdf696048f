import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../../src/wiki/corpus/read-plain-yaml.ts';
import '../../support/property.ts';

/** What the careful reader makes of a text, or `undefined` where it complains. */
function careful(text: string): { data: unknown } | undefined {
  const document = parseDocument(text, { version: '1.2', prettyErrors: false, logLevel: 'error' });
  return document.errors.length + document.warnings.length > 0 ? undefined : { data: document.toJS() };
}

describe('the quick reader agrees with the careful one', () => {
  const scalar = fc.constantFrom(
    'plain words',
    '41:36',
    '26:30-31:38',
    '2023-07-29',
    '014',
    '0x1F',
    '1e3',
    '-0',
    '.inf',
    'yes',
    'true',
    '~',
    'null',
    '',
    "'it''s'",
    '"a \\"quote\\" \\u00e9"',
    '[a, b]',
    '{ a: 1 }',
    'a # note',
    'a: b',
    '@x',
    '`x',
    '- x',
    '? x',
    '!t x',
    '&a x',
    '*a',
    '>-\n  folded\n  text\n\n  more',
    '|\n  as\n   it is\n',
    '[a, [b',
    '"open',
    'x\n  continued',
    '%x',
    '---',
    '...',
    '\tx',
    '😀 [[a|b]]',
    '[[a|b]]',
  );
  const key = fc.constantFrom('title', 'a b', '2023', 'null', '~', 'true', '"q"', 'x-y', '__proto__', '? k', 'title');
  const line = fc.tuple(fc.constantFrom('', '', '- ', '  ', '  - '), key, fc.constantFrom(': ', ':', ' : '), scalar);
  const text = fc.array(line, { maxLength: 8 }).map((lines) => `${lines.map((parts) => parts.join('')).join('\n')}\n`);

  test('on ordinary and odd texts', () => {
    let read = 0;
    fc.assert(
      fc.property(text, (source) => {
        const quick = readPlainYaml(source);
        if (!quick) return;
        read++;
        expect(careful(source), source).toEqual(quick);
      }),
      { numRuns: 6000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test('and reads an ordinary page at all', () => {
    const source =
      'title: RAG\naliases: [a, "b"]\nsummary: >-\n  One\n  sentence.\ncells:\n  - option: x\n    text: "y [[z]]"\n';
    expect(readPlainYaml(source)).toEqual(careful(source));
  });
});
