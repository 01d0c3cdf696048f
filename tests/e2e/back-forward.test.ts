import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openSite } from '../support/open-site.ts';
import { EVERY_SORT_OF_PAGE } from '../support/page-list.ts';

/** Marks the document, leaves it by a link and comes back; answers whether it is the same document, and if not, why. */
async function awayAndBack(page: Page): Promise<{ isSame: boolean; reasons: unknown }> {
  const { pathname } = new URL(page.url());
  await page.evaluate(() => {
    (window as unknown as { shown: string }).shown = 'first';
    addEventListener('pageshow', (event) => {
      (window as unknown as { shown: string }).shown = event.persisted ? 'again' : 'anew';
    });
  });
  const home = await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href]')?.baseURI);
  await page.evaluate((address) => location.assign(address), new URL('/nowhere-else/', home).href);
  await page.waitForURL('**/nowhere-else/');
  await page.waitForLoadState();
  await page.evaluate(() => history.back());
  await page.waitForURL((url) => url.pathname === pathname, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window as unknown as { shown?: string }).shown !== 'first');
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & {
      notRestoredReasons?: { toJSON(): unknown };
    })[];
    return {
      isSame: (window as unknown as { shown?: string }).shown === 'again',
      reasons: entry?.notRestoredReasons?.toJSON() ?? null,
    };
  });
}

/** A recording of nothing: WAV, 8 bits, 8,000 samples a second. */
function silence(seconds: number): Buffer {
  const rate = 8000;
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(36 + seconds * rate, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const at of [24, 28]) header.writeUInt32LE(rate, at);
  header.write('data', 36);
  header.writeUInt32LE(seconds * rate, 40);
  return Buffer.concat([header, Buffer.alloc(seconds * rate, 128)]);
}

describe('going back', () => {
  const site = openSite('every-kind', { backForwardCache: true });
  const more = ['search/', 'search/?q=index', 'paths/', 'compare/', 'embed/?claim=looking-things-up/facts-in-index'];

  // Side by side: each waits until its page is at rest.
  it.concurrent.each([...EVERY_SORT_OF_PAGE.filter((path) => path !== 'graph/'), ...more])(
    '/%s is shown as it was left',
    async (path) => {
      await site().visit(path, {}, async ({ page, errors }) => {
        await page.waitForLoadState('networkidle');
        expect(await awayAndBack(page)).toEqual({ isSame: true, reasons: null });
        expect(errors.filter((text) => !text.includes('404'))).toEqual([]);
      });
    },
  );
});

describe('what a reader did on a page', () => {
  const site = openSite('every-kind', { backForwardCache: true, webGl: true });

  it('a search stands as it stood, and goes on', async () => {
    const { page, errors } = await site().open('search/?q=index');
    const results = page.locator('#search-results li');
    await results.first().waitFor();
    await page.getByRole('searchbox').fill('fine-tuning');
    const found = page.locator('#search-results').getByRole('link', { name: 'Fine-tuning', exact: true }).first();
    await found.waitFor();
    await page.waitForURL('**/search/?q=fine-tuning', { waitUntil: 'commit' });
    const before = await page.locator('#search-results').textContent();
    expect(await awayAndBack(page)).toEqual({ isSame: true, reasons: null });
    expect(await page.getByRole('searchbox').inputValue()).toBe('fine-tuning');
    expect(await page.locator('#search-results').textContent()).toBe(before);
    await page.getByRole('searchbox').fill('recall');
    await page.waitForURL('**/search/?q=recall', { waitUntil: 'commit' });
    await results
      .filter({ hasText: /recall/i })
      .first()
      .waitFor();
    expect(errors.filter((text) => !text.includes('404'))).toEqual([]);
  });

  it('the map comes back from its address', async () => {
    const { page, errors } = await site().open('graph/?focus=concept:search');
    const settled = async () => {
      await page.locator('#map-explorer[data-state=ready]').waitFor();
      await page.locator('#map-table[aria-busy=false]').waitFor();
      return page.locator('#map-table tbody').textContent();
    };
    const before = await settled();
    expect(await awayAndBack(page)).toEqual({ isSame: true, reasons: null });
    expect(await settled()).toBe(before);
    expect(new URL(page.url()).searchParams.get('focus')).toBe('concept:search');
    expect(errors.filter((text) => !text.includes('404'))).toEqual([]);
  });

  it('a player is still there, and what its button says is so', async () => {
    const { page, context } = await site().open('claims/building-the-engine/drawings-first/');
    await context.route('https://talks.example/**', (route) =>
      route.fulfill({ contentType: 'audio/wav', body: silence(120) }),
    );
    await page.locator('.play').click();
    const media = page.locator('.player audio');
    await expect
      .poll(() => media.evaluate((element: HTMLAudioElement) => !element.paused && element.readyState > 2))
      .toBe(true);
    expect(await awayAndBack(page)).toEqual({ isSame: true, reasons: null });
    const isPaused = await media.evaluate((element: HTMLAudioElement) => element.paused);
    const says = page.locator('.player-bar button').nth(1);
    await expect.poll(() => says.textContent()).toBe(isPaused ? 'Play' : 'Pause');
  });
});
