import { describe, expect, it } from 'vitest';
import { openMargin } from '../../../src/wiki/views/margin.ts';
import fc from '../../support/property.ts';

describe('the margin beside a text', () => {
  it('gives a claim one note', () => {
    const room = openMargin();
    expect(room('claim:e/a', 80, 0, 20)).toBe(true);
    expect(room('claim:e/a', 80, 5000, 20)).toBe(false);
  });

  it('leaves out notes that would pile up below their lines, and goes on where there is room again', () => {
    const room = openMargin();
    expect(room('claim:e/a', 180, 60, 20)).toBe(true);
    expect(room('claim:e/b', 180, 80, 20)).toBe(false);
    expect(room('claim:e/c', 180, 600, 20)).toBe(true);
  });

  it('never grows much longer than the text, however dense the citations', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 20, max: 300 })), { maxLength: 60 }), (cited) => {
        const room = openMargin();
        let offset = 0;
        let notesPx = 0;
        for (const [index, [further, length]] of cited.entries()) {
          offset += further;
          if (room(`claim:e/c${index}`, length, offset, 16)) notesPx += Math.ceil(length / 36) * 20 + 29;
        }
        // Text so far, the slack, and the last note itself.
        expect(notesPx).toBeLessThanOrEqual((offset / 72) * 29 + 4 * 29 + (Math.ceil(300 / 36) * 20 + 29));
      }),
    );
  });
});
