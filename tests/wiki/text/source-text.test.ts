import { describe, expect, it } from 'vitest';
import { normaliseSource, type Position, sourceText } from '../../../src/wiki/text/source-text.ts';
import fc, { anyText } from '../../support/property.ts';

const withLines = () =>
  fc.array(fc.oneof(anyText(), fc.constantFrom('\n', '\r\n', '\r', '\uFEFF'))).map((parts) => parts.join(''));

/** The plainest way back from a place to an offset. */
function offsetOf(text: string, { line, column }: Position): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.join('\n').length + (line > 1 ? 1 : 0) + column - 1;
}

describe('source text', () => {
  it('counts lines and columns from 1, in UTF-16 code units', () => {
    const source = sourceText('a😀b\n\nc');
    expect([0, 1, 3, 4, 5, 6, 7].map((offset) => source.position(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 1, column: 4 },
      { line: 1, column: 5 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 3, column: 2 },
    ]);
    expect([source.line(1), source.line(2), source.line(3), source.line(4), source.line(0)]).toEqual([
      'a😀b',
      '',
      'c',
      '',
      '',
    ]);
  });

  it('answers the end for what is past it', () => {
    expect(sourceText('ab\n').position(99)).toEqual({ line: 2, column: 1 });
    expect(sourceText('').position(-1)).toEqual({ line: 1, column: 1 });
  });

  it('finds every offset again', () => {
    fc.assert(
      fc.property(withLines(), fc.nat(), (text, number) => {
        const source = sourceText(text);
        const offset = number % (text.length + 1);
        expect(offsetOf(text, source.position(offset))).toBe(offset);
      }),
    );
  });

  it('holds all lines', () => {
    fc.assert(
      fc.property(withLines(), (text) => {
        const source = sourceText(text);
        const lines = text.split('\n');
        expect(lines.map((_, index) => source.line(index + 1))).toEqual(lines);
      }),
    );
  });

  it('leaves one kind of line break and no byte order mark', () => {
    expect(normaliseSource('\uFEFFa\r\nb\rc\n')).toBe('a\nb\nc\n');
    fc.assert(
      fc.property(withLines(), (text) => {
        expect(normaliseSource(text)).not.toContain('\r');
      }),
    );
  });
});
