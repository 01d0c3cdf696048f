import { expect, it } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite('bundled');

/** Layout shift (https://web.dev/articles/cls) that fonts may cause when they come after the text is shown. */
const MAX_SHIFT = 0.01;

const PAGES = [
  '',
  'concepts/rag/',
  'comparisons/rag-vs-fine-tuning/',
  'claims/deploying-llms/style-vs-substance/',
  'search/?q=rag',
];
const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

it.each(PAGES.flatMap((path) => SIZES.map((viewport) => ({ path, viewport }))))(
  '/$path stays where it is when the fonts come late, $viewport.width wide',
  async ({ path, viewport }) => {
    const { page, context } = await site().open('method/', { viewport });
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    let held = 0;
    await context.route('**/*.woff2', async (route) => {
      held++;
      await released;
      await route.continue();
    });
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.clearBrowserCache');
    await page.goto(new URL(path, site().address).href, { waitUntil: 'commit' });
    // What moves by itself, such as results that come, has come.
    if (path.startsWith('search')) await page.locator('#search-results li').first().waitFor();
    await page.waitForFunction(
      () => document.readyState !== 'loading' && performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    await page.evaluate(() => {
      const shifts: number[] = [];
      (window as unknown as { shifts: number[] }).shifts = shifts;
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.push(shift.value);
      }).observe({ type: 'layout-shift' });
    });
    expect(held).toBeGreaterThanOrEqual(3);
    release();
    await page.waitForLoadState('load');
    const { shift, loaded } = await page.evaluate(async () => {
      await document.fonts.ready;
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let frames = 0; frames < 4; frames++) await frame();
      return {
        shift: (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
        loaded: [...document.fonts].filter((face) => face.status === 'loaded').length,
      };
    });
    console.log(`/${path} ${viewport.width}: ${shift.toFixed(4)}`);
    expect(loaded).toBeGreaterThanOrEqual(3);
    expect(shift).toBeLessThan(MAX_SHIFT);
    await context.close();
  },
);
