import { describe, expect, it } from 'vitest';
import { type Box, type BoxWish, placeBoxes } from '../../../src/wiki/views/map/place-boxes.ts';
import { overviewView } from '../../../src/wiki/views/overview-view.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';
import fc from '../../support/property.ts';
import { randomWiki } from '../../support/random-wiki.ts';

const overview = (files: Record<string, string>, labelled = 30) =>
  overviewView(
    viewContext(compile(files), '/docs/', (source) => source),
    labelled,
  );

describe('the drawn overview', () => {
  it('draws every page as a dot in a region that is listed, the same each time', () => {
    fc.assert(
      fc.property(randomWiki(), ({ files }) => {
        const view = overview(files) ?? expect.fail('there are pages');
        expect(overview(files)).toEqual(view);
        const dots = view.dots.reduce((sum, { path }) => sum + (path.match(/h0/g)?.length ?? 0), 0);
        expect(dots).toBe(view.pages);
        expect(view.regions.reduce((sum, region) => sum + region.pages, 0)).toBe(view.pages);
        for (const { outline, href } of view.regions) {
          expect(outline).toMatch(/^(M-?\d+[ -]\d+q[-\d ]+t[-\d ]+z)+$/);
          expect(href).toMatch(/^\/docs\/[a-z]+\/.+\/$/);
        }
        for (const { x, y } of [...view.labels, ...view.regions.flatMap(({ name }) => name ?? [])]) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x, y)).toBeLessThanOrEqual(100);
        }
        const named = view.labels.map(({ id }) => id);
        expect(new Set(named).size).toBe(named.length);
      }),
      { numRuns: 25 },
    );
  });

  it('names as many pages as it is asked for, and none twice as region and page', () => {
    const topics = ['alpha', 'beta', 'gamma', 'delta'];
    const files = Object.fromEntries(
      topics.map((name, index) => [
        `concepts/${name}.md`,
        `---\ntitle: ${name}\nrelated: [${topics[(index + 1) % topics.length]}]\n---\n`,
      ]),
    );
    expect(overview(files, 0)?.labels).toEqual([]);
    const view = overview(files, 9) ?? expect.fail('there are pages');
    const regions = view.regions.map(({ id }) => id);
    expect(view.labels.map(({ id }) => id).filter((id) => regions.includes(id))).toEqual([]);
    expect(view.regions.map(({ name }) => name?.lines)).toEqual(view.regions.map(({ title }) => [title]));
  });

  it('draws one page, and nothing of nothing', () => {
    expect(overview({})).toBeUndefined();
    const view = overview({ 'concepts/rag.md': '---\ntitle: RAG\n---\n' });
    expect(view?.regions.map(({ title, pages, claims }) => [title, pages, claims])).toEqual([['RAG', 1, 0]]);
    expect(view?.height).toBeGreaterThan(0);
  });
});

const size = fc.integer({ min: 1, max: 60 });
const box = (x: number, y: number, width: number, height: number): Box => ({
  x0: x,
  x1: x + width,
  y0: y,
  y1: y + height,
});
const wish = fc.tuple(fc.nat(1000), fc.nat(1000), size, size, fc.nat(2)).map(
  ([x, y, width, height, from]): BoxWish => ({
    x,
    y,
    from,
    mark: box(-3, -3, 6, 6),
    choices: [box(6, -height / 2, width, height), box(-6 - width, -height / 2, width, height)],
  }),
);

it('places boxes so that none overlap from their scale on, inside the frame', () => {
  const scales = [0.3, 0.6, 1];
  const frame = { left: 0, top: 0, right: 1000, bottom: 1000 };
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 50 }), fc.double({ min: 1, max: 5, noNaN: true }), (wishes, nearer) => {
      const placed = placeBoxes(wishes, scales, frame);
      for (const [level, first] of scales.entries()) {
        for (const scale of [first, first * nearer]) {
          const shown = wishes.flatMap(({ x, y, mark, choices, from = 0 }, index) => {
            const place = placed[index];
            if (!place || place.level > level) return [];
            expect(place.level).toBeGreaterThanOrEqual(from);
            return [mark as Box, choices[place.choice] as Box].map((one) => ({
              index,
              left: x * scale + one.x0,
              right: x * scale + one.x1,
              top: y * scale + one.y0,
              bottom: y * scale + one.y1,
            }));
          });
          for (const one of shown) {
            const meets = shown.filter(
              (other) =>
                other.index !== one.index &&
                one.left < other.right - 1e-6 &&
                other.left < one.right - 1e-6 &&
                one.top < other.bottom - 1e-6 &&
                other.top < one.bottom - 1e-6,
            );
            expect(meets).toEqual([]);
          }
        }
      }
    }),
  );
});
