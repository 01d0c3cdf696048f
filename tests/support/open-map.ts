import type { BrowserContextOptions, Page } from 'playwright-core';
import type { OpenPage, OpenSite } from './open-site.ts';

export const READY = '#map-explorer[data-state=ready]';
/** The table is whole: nothing moves, and what is in view has come. */
export const SETTLED = '#map-table[aria-busy=false]';

/** Opens the map and waits until all that its address asks for is shown. */
export async function openMap(
  site: OpenSite,
  query = '',
  options?: BrowserContextOptions,
  prepare?: (page: Page) => Promise<void>,
): Promise<OpenPage> {
  const opened = await site.open(`graph/${query}`, options, prepare);
  await opened.page.locator(READY).waitFor();
  await opened.page.locator(SETTLED).waitFor();
  return opened;
}

/** The panel speaks of this page. */
export async function panelOf(page: Page, title: string): Promise<void> {
  await page
    .getByRole('complementary', { name: 'Selected' })
    .getByRole('heading', { name: title, exact: true })
    .waitFor();
}

export async function addressHas(page: Page, part: string): Promise<void> {
  await page.waitForURL((url) => url.search.includes(part));
}

/** Names in the table, once it says no more than `filter` lets through. */
export async function tableRows(page: Page): Promise<string[]> {
  await page.locator(SETTLED).waitFor();
  return page.locator('#map-table tbody th .link').allTextContents();
}

export async function findOnMap(page: Page, typed: string, title: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find on the map' }).fill(typed);
  await page.getByRole('search').getByRole('button', { name: title, exact: true }).click();
  await panelOf(page, title);
}
