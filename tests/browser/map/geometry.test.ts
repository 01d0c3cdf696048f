import { describe, expect, it } from 'vitest';
import { labelRoom } from '../../../src/browser/map/label-room.ts';
import { placeLabels } from '../../../src/browser/map/place-labels.ts';
import { nearestRow, rowsWithin, spotGrid } from '../../../src/browser/map/spot-grid.ts';
import { DIRECTIONS, neighbourTowards } from '../../../src/browser/map/walk.ts';
import fc from '../../support/property.ts';

const places = () =>
  fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 60,
  });
const flat = (points: [number, number][]) => Float32Array.from(points.flat());
const all = (points: readonly unknown[]) => Uint32Array.from(points.keys());

describe('labels', () => {
  const wish = fc.record({
    x: fc.double({ min: -50, max: 850, noNaN: true }),
    y: fc.double({ min: -50, max: 650, noNaN: true }),
    radius: fc.double({ min: 1, max: 20, noNaN: true }),
    width: fc.double({ min: 5, max: 300, noNaN: true }),
  });
  const room = () => labelRoom(800, 600);

  it('never overlap and stay inside', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 120 }), (wishes) => {
        const placed = placeLabels(
          wishes.map((one, row) => ({ ...one, row })),
          room(),
          16,
          60,
        );
        expect(placed.length).toBeLessThanOrEqual(60);
        const boxes = placed.map(({ row, x, y }) => ({
          left: x,
          right: x + (wishes[row]?.width ?? 0),
          top: y - 8,
          bottom: y + 8,
        }));
        for (const [index, one] of boxes.entries()) {
          expect(one.left >= 0 && one.right <= 800 && one.top >= 0 && one.bottom <= 600).toBe(true);
          for (const other of boxes.slice(index + 1))
            expect(
              one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
            ).toBe(false);
        }
      }),
    );
  });

  it('give way to what comes first', () => {
    const wishes = [0, 1, 2, 3, 4, 5].map((row) => ({ row, x: 400, y: 300, radius: 10, width: 100 }));
    expect(placeLabels(wishes, room(), 16, 60).map(({ row }) => row)).toEqual([0, 1, 2, 3]);
  });
});

describe('what stands under a pointer', () => {
  it('is the nearest of all', () => {
    fc.assert(
      fc.property(
        places(),
        fc.double({ min: -0.2, max: 1.2, noNaN: true }),
        fc.double({ min: -0.2, max: 1.2, noNaN: true }),
        (points, x, y) => {
          const at = flat(points);
          const found = nearestRow(spotGrid(at, all(points)), at, x, y, 0.15);
          const distances = points.map((_, row) =>
            Math.hypot((at[2 * row] as number) - x, (at[2 * row + 1] as number) - y),
          );
          const least = Math.min(...distances);
          if (found === undefined) expect(least).toBeGreaterThanOrEqual(0.15 - 1e-9);
          else expect(distances[found]).toBeCloseTo(least, 9);
        },
      ),
    );
  });

  it('is every row once, over the whole map', () => {
    fc.assert(
      fc.property(places(), (points) => {
        const grid = spotGrid(flat(points), all(points));
        expect([...rowsWithin(grid, 0, 0, 1, 1)].sort((a, b) => a - b)).toEqual([...all(points)]);
      }),
    );
  });
});

describe('arrows', () => {
  it('reach every neighbour that stands elsewhere, by one of the four', () => {
    fc.assert(
      fc.property(places(), (points) => {
        const at = flat(points);
        for (const row of all(points).slice(1)) {
          const arrows = Object.keys(DIRECTIONS) as (keyof typeof DIRECTIONS)[];
          expect(arrows.some((arrow) => neighbourTowards(at, 0, [row], arrow) === row)).toBe(true);
        }
      }),
    );
  });

  it('lead to the nearest in their direction', () => {
    const at = flat([
      [0.5, 0.5],
      [0.9, 0.5],
      [0.6, 0.52],
      [0.5, 0.9],
    ]);
    expect(neighbourTowards(at, 0, [1, 2, 3], 'ArrowRight')).toBe(2);
    expect(neighbourTowards(at, 0, [1, 2, 3], 'ArrowUp')).toBe(3);
    expect(neighbourTowards(at, 0, [1, 2, 3], 'ArrowLeft')).toBeUndefined();
  });
});
