import { describe, expect, it } from 'vitest';
import { type RulerView, rulerLine, rulerMarks } from '../../../src/wiki/views/ruler.ts';
import fc from '../../support/property.ts';

function ruler(chapters: readonly number[], claims: readonly (readonly [at: number, width: number])[]): RulerView {
  const rest = { id: 'claim:a/b' as const, href: '/', type: 'rule', time: '0:00', text: '' };
  return {
    length: 100,
    chapters: chapters.map((at) => ({ at, title: '' })),
    claims: claims.map(([at, width]) => ({ ...rest, at, width })),
  };
}

/** Thousandths that strokes of a path cover, read as SVG says: `M` to a place, `m` and `h` on from where one is. */
function covered(path: string): Set<number> {
  const found = new Set<number>();
  let x = 0;
  for (const [, command, first] of path.matchAll(/([Mmh])(-?\d+)/g)) {
    const from = x;
    x = command === 'M' ? Number(first) : x + Number(first);
    if (command === 'h') for (let at = from; at < x; at++) found.add(at);
  }
  return found;
}

describe('an episode as a line', () => {
  it('has a tick a chapter, and a stroke where claims are', () => {
    expect(rulerLine(ruler([0, 20, 340], []), 10, 5, 5)).toBe('M0 10H1000M0 5v5m20-5v5m320-5v5');
    expect(rulerLine(ruler([], []), 30, 22, 16)).toBe('M0 30H1000');
    const claims = [
      [402, 11],
      [247, 6],
      [250, 10],
      [260, 5],
    ] as const;
    expect(rulerMarks(ruler([], claims), 3)).toBe('M247 3h18m137 0h11');
    expect(rulerMarks(ruler([], []), 3)).toBe('');
  });

  it('covers what the claims cover, each place once', () => {
    const claim = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 2, max: 60 }));
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 40 }), (claims) => {
        const path = rulerMarks(ruler([], claims), 3);
        const each = claims.flatMap(([at, width]) => Array.from({ length: width }, (_, index) => at + index));
        expect([...covered(path)].sort((a, b) => a - b)).toEqual([...new Set(each)].sort((a, b) => a - b));
        const drawn = [...path.matchAll(/h(\d+)/g)].reduce((sum, [, width]) => sum + Number(width), 0);
        expect(drawn).toBe(new Set(each).size);
      }),
    );
  });
});
