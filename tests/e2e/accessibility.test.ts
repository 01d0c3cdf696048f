import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { openSite } from '../support/open-site.ts';
import { EVERY_SORT_OF_PAGE } from '../support/page-list.ts';

const LOOKS = [
  { colorScheme: 'light', width: 390, height: 844 },
  { colorScheme: 'dark', width: 390, height: 844 },
  { colorScheme: 'dark', width: 1440, height: 900 },
  { colorScheme: 'light', width: 1440, height: 900 },
] as const;

/** Layout shift that counts as none. */
const MAX_SHIFT = 0.02;

/** Layout shift since the page began to load. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          done(shifts.reduce((sum, shift) => sum + shift.value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // The observer is told only when there was a shift.
        document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(0))));
      }),
  );
}

/** Elements that reach over the right edge, unless they scroll by themselves. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe('every sort of page', () => {
  const site = openSite('every-kind');

  it.each(EVERY_SORT_OF_PAGE)('/%s is accessible, fits, stays still and says no error', async (path) => {
    const [{ colorScheme, width, height }] = LOOKS;
    await site().visit(path, { colorScheme, viewport: { width, height } }, async ({ page, errors, asked }) => {
      expect(await layoutShift(page)).toBeLessThan(MAX_SHIFT);
      for (const { colorScheme, width, height } of LOOKS) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height });
        expect([colorScheme, width, await violations(page)]).toEqual([colorScheme, width, []]);
        expect([width, await overflow(page)]).toEqual([width, 0]);
      }
      expect(errors).toEqual([]);
      expect(asked.elsewhere).toEqual([]);
    });
  });
});

describe('an empty archive', () => {
  const site = openSite('empty');

  it.each(['', 'method/', 'concepts/', 'claims/'])('/%s is accessible', async (path) => {
    await site().visit(path, {}, async ({ page, errors }) => {
      expect(await violations(page)).toEqual([]);
      expect(errors).toEqual([]);
    });
  });
});

describe('a comparison with sixty citations', () => {
  const site = openSite('sixty-citations');

  it('is accessible, fits and stays still', async () => {
    for (const { colorScheme, width, height } of LOOKS) {
      const look = { viewport: { width, height }, colorScheme };
      await site().visit('comparisons/sixty-citations/', look, async ({ page }) => {
        expect([width, (await layoutShift(page)) < MAX_SHIFT]).toEqual([width, true]);
        expect([width, await overflow(page)]).toEqual([width, 0]);
        expect(await violations(page)).toEqual([]);
      });
    }
  });
});

describe('content without a place to break', () => {
  const site = openSite('hostile');

  it.each([
    '',
    'articles/guide/',
    'claims/talk/said/',
    'comparisons/choice/',
    'concepts/rag/',
    'episodes/talk/',
    'guests/ada/',
  ])('/%s fits a phone', async (path) => {
    await site().visit(path, { viewport: { width: 390, height: 844 } }, async ({ page }) => {
      expect(await overflow(page)).toBe(0);
    });
  });
});
