import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite('every-kind-docs');

/** What the browser says of pages it fetches ahead: their addresses inside the site, once they are there. */
async function watchPrefetches(page: Page): Promise<string[]> {
  const fetched: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Preload.prefetchStatusUpdated', ({ status, prefetchUrl }) => {
    if (status === 'Ready') fetched.push(new URL(prefetchUrl).pathname);
  });
  await session.send('Preload.enable');
  return fetched;
}

const arrived = (page: Page) =>
  page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & { deliveryType: string })[];
    return entry?.deliveryType;
  });

it('pointing at a link fetches its page, and following it shows what was fetched', async () => {
  const { page, errors, asked } = await site().open('concepts/search/');
  const fetched = await watchPrefetches(page);
  const link = page.locator('main').getByRole('link', { name: 'Fine-tuning', exact: true }).first();
  expect(fetched).toEqual([]);
  await link.hover();
  await expect.poll(() => fetched).toEqual(['/docs/concepts/fine-tuning/']);
  await link.click();
  await page.waitForURL('**/docs/concepts/fine-tuning/');
  expect(await arrived(page)).toBe('navigational-prefetch');
  expect(errors).toEqual([]);
  expect(asked.elsewhere).toEqual([]);
});

it('nothing is fetched for files, places on the page and other hosts', async () => {
  const { page, asked, errors } = await site().open('concepts/search/');
  const fetched = await watchPrefetches(page);
  const main = page.locator('main');
  const put = (href: string) =>
    main.evaluate((element, href) => {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = href;
      element.prepend(link);
    }, href);
  const left = ['#main', 'https://elsewhere.test/', '/docs/episodes/looking-things-up/claims.json'];
  for (const href of [...left, '/docs/method/']) await put(href);
  for (const href of left) {
    await main.getByRole('link', { name: href, exact: true }).hover();
    // Longer than a browser waits before it takes a pointer for an intention.
    await page.waitForTimeout(400);
  }
  // The last is fetched, so that those before would have been.
  await main.getByRole('link', { name: '/docs/method/', exact: true }).hover();
  await expect.poll(() => fetched).toEqual(['/docs/method/']);
  expect(asked.elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});
