import { expect, it } from 'vitest';
import { labelText, labelWidth } from '../../../src/wiki/views/contracts/map-label.ts';
import { labelOf } from '../../../src/wiki/views/contracts/map-parts.ts';
import {
  LABEL_LEVELS,
  type LabelWish,
  labelBox,
  placeLabels,
  scaleAt,
} from '../../../src/wiki/views/map/place-labels.ts';
import fc from '../../support/property.ts';

const SIDE = 2000;
const wishes = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: SIDE }),
      y: fc.integer({ min: 0, max: SIDE }),
      title: fc.string({ minLength: 1, maxLength: 50 }),
    }),
    { maxLength: 60 },
  )
  .map((places) => places.map((place, row): LabelWish => ({ row, ...place })));

/** Pairs that overlap among labels shown at a zoom: each is a rectangle in pixels. */
function overlaps(all: readonly LabelWish[], codes: Uint8Array, level: number, scale: number): string[] {
  const shown = all.flatMap(({ row, x, y, title }) => {
    const label = labelOf(codes[row] as number);
    if (!label || label.level > level) return [];
    const box = labelBox(title, label.side);
    return [
      {
        title: `${row} ${title}`,
        left: x * scale + box.x0,
        right: x * scale + box.x1,
        top: -y * scale + box.y0,
        bottom: -y * scale + box.y1,
      },
    ];
  });
  return shown.flatMap((one, index) =>
    shown
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - 1e-6 &&
          other.left < one.right - 1e-6 &&
          one.top < other.bottom - 1e-6 &&
          other.top < one.bottom - 1e-6,
      )
      .map((other) => `${one.title} | ${other.title}`),
  );
}

it('lets no two labels overlap at any level, or at any zoom between and beyond', () => {
  fc.assert(
    fc.property(wishes, fc.double({ min: 1, max: 4, noNaN: true }), (all, nearer) => {
      const codes = placeLabels(all, all.length, SIDE);
      for (let level = 0; level < LABEL_LEVELS; level++) {
        expect(overlaps(all, codes, level, scaleAt(level, SIDE))).toEqual([]);
        expect(overlaps(all, codes, level, scaleAt(level, SIDE) * nearer)).toEqual([]);
      }
    }),
  );
});

it('shows what is important first, and more from nearer', () => {
  const row = (index: number) => ({ row: index, x: index * 30, y: 0, title: `Retrieval ${index}` });
  const codes = placeLabels([0, 1, 2, 3].map(row), 4, SIDE);
  expect([...codes].map((code) => labelOf(code)?.level)).toEqual([0, 2, 1, 2]);
  expect(labelOf(codes[0] as number)).toEqual({ level: 0, side: 'right' });
});

it('gives a lone label its place, and one without room none', () => {
  expect(placeLabels([{ row: 0, x: 0, y: 0, title: 'One' }], 1, 0)).toEqual(Uint8Array.of(1));
  const crowd = Array.from({ length: 9 }, (_, row) => ({ row, x: 0, y: 0, title: 'Same place' }));
  expect([...placeLabels(crowd, 9, SIDE)].filter((code) => code !== 0)).toEqual([1]);
});

it('cuts long titles between words and knows how wide they are', () => {
  expect(labelText('Retrieval')).toBe('Retrieval');
  expect(labelText('Precise zero-shot dense retrieval without relevance labels')).toBe(
    'Precise zero-shot dense retrieval…',
  );
  expect(labelText('x'.repeat(50))).toBe(`${'x'.repeat(33)}…`);
  expect(labelWidth('illi')).toBeLessThan(labelWidth('MWMW'));
});
