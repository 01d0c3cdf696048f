import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { addressHas, openMap as openMapOf, panelOf, READY } from '../support/open-map.ts';
import { openSite } from '../support/open-site.ts';

const rows = (page: Page) => page.locator('#map-table tbody tr').count();

describe('the map', () => {
  const site = openSite('every-kind-docs', { webGl: true });

  const openMap = (query = '', options?: BrowserContextOptions) => openMapOf(site(), query, options);

  it('opens on what is there, asks no other host, and says no error', async () => {
    const { page, asked, errors } = await openMap();
    expect(asked.elsewhere).toEqual([]);
    expect(asked.here.filter((url) => /map-[0-9a-f]+\.bin$/.test(url))).toHaveLength(1);
    expect(await rows(page)).toBeGreaterThan(10);
    // Something is drawn: the marks of the map are not all paper.
    const drawn = await page.locator('#map-canvas').screenshot();
    await page.evaluate(() => document.querySelector('.sigma-nodes')?.remove());
    expect(drawn.equals(await page.locator('#map-canvas').screenshot())).toBe(false);
    expect(errors).toEqual([]);
  });

  it('finds a page by name, flies there, and says what it is', async () => {
    const { page, errors } = await openMap();
    await page.getByRole('searchbox', { name: 'Find on the map' }).fill('fine tunin');
    await page.getByRole('search').getByRole('button', { name: 'Fine-tuning', exact: true }).click();
    await panelOf(page, 'Fine-tuning');
    await addressHas(page, 'select=concept:fine-tuning');
    await page
      .getByRole('status')
      .filter({ hasText: /^Fine-tuning, concept, \d+ claims?/ })
      .waitFor();
    expect(await page.getByRole('link', { name: 'Open the page' }).getAttribute('href')).toBe(
      '/docs/concepts/fine-tuning/',
    );
    expect(errors).toEqual([]);
  });

  it('shows the same view again from its address', async () => {
    const query =
      '?focus=concept:search&depth=2&select=guest:ada-lovelace&hide=resource&colour=community&at=0.4,0.6,0.5';
    const first = await openMap(query);
    await panelOf(first.page, 'Ada Lovelace');
    const shown = await first.page.locator('#map-table tbody tr').allTextContents();
    expect(await first.page.locator('#map-colour').inputValue()).toBe('community');
    expect(await first.page.getByRole('button', { name: /^Resources/ }).getAttribute('aria-pressed')).toBe('false');
    expect(shown.some((row) => row.includes('…'))).toBe(false);
    const address = new URL(first.page.url()).search;
    const second = await openMap(address);
    await panelOf(second.page, 'Ada Lovelace');
    expect(await second.page.locator('#map-table tbody tr').allTextContents()).toEqual(shown);
    expect(new URL(second.page.url()).search).toBe(address);
  });

  it('walks, opens, goes back and zooms by keys', async () => {
    const { page, errors } = await openMap('?select=concept:search');
    await panelOf(page, 'Search');
    await page.locator('#map-canvas').focus();
    const heading = page.locator('#map-panel h2');
    let walked = '';
    for (const arrow of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      await page.evaluate(() => document.querySelector('#map-said')?.replaceChildren());
      await page.keyboard.press(arrow);
      // Either the neighbour is said, or that there is none.
      await page.waitForFunction(() => document.querySelector('#map-said')?.textContent !== '');
      walked = (await heading.textContent()) ?? '';
      if (walked !== 'Search') break;
    }
    expect(walked).not.toBe('Search');
    await page.keyboard.press('Backspace');
    await panelOf(page, 'Search');
    const before = new URL(page.url()).searchParams.get('at');
    await page.keyboard.press('+');
    await page.waitForURL((url) => url.searchParams.get('at') !== before);
    const [, , closer] = (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number) as [
      number,
      number,
      number,
    ];
    await page.keyboard.press('0');
    await page.waitForURL((url) => Number(url.searchParams.get('at')?.split(',')[2]) > closer);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/concepts/search/');
    expect(errors).toEqual([]);
  });

  it('hides kinds by the legend, filters, and shows everything again', async () => {
    const { page } = await openMap();
    const all = await rows(page);
    await page.getByRole('button', { name: /^Concepts/ }).click();
    await addressHas(page, 'hide=concept');
    await page.waitForFunction((before) => document.querySelectorAll('#map-table tbody tr').length < before, all);
    expect(await page.locator('#map-table tbody .k-concept').count()).toBe(0);
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('At least').fill('1');
    await page.getByLabel('At least').blur();
    await addressHas(page, 'least=1');
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.waitForFunction((before) => document.querySelectorAll('#map-table tbody tr').length === before, all);
    await page.goBack();
    await addressHas(page, 'least=1');
    expect(await page.getByLabel('At least').inputValue()).toBe('1');
  });

  it('focuses on what is around a page, claims too, with the second to hear', async () => {
    const { page } = await openMap('?select=claim:looking-things-up/facts-in-index');
    await page.locator('#map-panel .map-claim .tc').waitFor();
    await page.getByRole('button', { name: 'Focus on it' }).click();
    await addressHas(page, 'focus=claim:looking-things-up/facts-in-index');
    await page
      .getByRole('status')
      .filter({ hasText: /pages and \d+ claims? shown/ })
      .waitFor();
    await page.getByLabel('Steps around it').selectOption('2');
    await addressHas(page, 'depth=2');
    await page.getByRole('button', { name: 'Show all again' }).click();
    await page.waitForURL((url) => !url.search.includes('focus'));
  });

  it('colours by community, and filters by the key', async () => {
    const { page } = await openMap();
    await page.getByLabel('Colour by').selectOption('community');
    await addressHas(page, 'colour=community');
    const [first] = await page.locator('#map-key button').all();
    await first?.click();
    await addressHas(page, 'in=');
    expect(await page.locator('#map-key [aria-pressed=true]').count()).toBe(1);
    await page.getByLabel('Colour by').selectOption('year');
    await page
      .locator('#map-key')
      .filter({ hasText: /^\d{4}/ })
      .waitFor();
  });

  it('zooms by two fingers', async () => {
    const { page, context } = await openMap('', { viewport: { width: 390, height: 844 }, hasTouch: true });
    const box = await page.locator('#map-canvas').boundingBox();
    if (!box) throw new Error('the map has no place');
    const session = await context.newCDPSession(page);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const fingers = (apart: number) => [-1, 1].map((side, id) => ({ x: x + side * apart, y, id }));
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(30) });
    for (const apart of [50, 80, 110])
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForURL((url) => Number(url.searchParams.get('at')?.split(',')[2] ?? 1) < 0.6);
  });

  it('says how two pages connect, and keeps both ends in the address', async () => {
    const { page } = await openMap('?select=concept:search');
    await page.getByRole('button', { name: 'How does it connect with …' }).click();
    await page.getByRole('searchbox', { name: 'Find on the map' }).fill('charles');
    await page.getByRole('search').getByRole('button', { name: 'Charles Babbage', exact: true }).click();
    await addressHas(page, 'to=guest:charles-babbage');
    const ways = page.locator('.map-ways ol');
    await ways.first().waitFor();
    const said = await ways.allTextContents();
    expect(said[0]).toMatch(/Charles Babbage$/);
    const again = await openMap(new URL(page.url()).search);
    await again.page.locator('.map-ways ol').first().waitFor();
    expect(await again.page.locator('.map-ways ol').allTextContents()).toEqual(said);
    await page.getByRole('button', { name: 'Show no way' }).click();
    await page.waitForURL((url) => !url.search.includes('to='));
  });

  it.each([
    ['light', 390, 844],
    ['dark', 390, 844],
    ['light', 1440, 900],
    ['dark', 1440, 900],
  ] as const)('is accessible and fits: %s, %s × %s', async (colorScheme, width, height) => {
    const { page } = await openMap('?select=concept:search&focus=concept:search', {
      colorScheme,
      viewport: { width, height },
      hasTouch: width < 500,
    });
    await panelOf(page, 'Search');
    await page.getByText('Filters', { exact: true }).click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('frees what it held when the reader leaves, twenty times, and comes back as it was', async () => {
    const { page, errors } = await openMap('?select=concept:search');
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { documents, jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return { documents, jsEventListeners, nodes, usedSize };
    };
    const leaveAndReturn = async () => {
      // What a browser does around its back-forward cache, on the same page, so that nothing but our own clearing can free anything.
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
      await page.locator(READY).waitFor({ state: 'detached' });
      expect(await page.locator('#map-canvas canvas').count()).toBe(0);
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      await page.locator(READY).waitFor();
    };
    for (let time = 0; time < 3; time++) await leaveAndReturn();
    const before = await heap();
    for (let time = 0; time < 20; time++) await leaveAndReturn();
    const after = await heap();
    expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners + 5);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.1);
    expect(after.usedSize).toBeLessThanOrEqual(before.usedSize * 1.2);
    await panelOf(page, 'Search');
    // Contexts that were not given up would be taken away by the browser by now (it keeps 16), with a warning.
    expect(errors).toEqual([]);
  });
});

describe('a browser without WebGL', () => {
  const site = openSite('every-kind-docs', { args: ['--disable-gpu', '--disable-3d-apis'] });

  it('gets the table and is told', async () => {
    const { page, errors } = await site().open('graph/');
    await page.getByText('This browser cannot draw the map', { exact: false }).waitFor();
    expect(await page.locator('.map-bar').isVisible()).toBe(false);
    expect(await rows(page)).toBeGreaterThan(10);
    expect(await violations(page)).toEqual([]);
    expect(errors.filter((error) => !/WebGL/.test(error))).toEqual([]);
  });

  it('gets the table without JavaScript too', async () => {
    const { page } = await site().open('graph/', { javaScriptEnabled: false });
    expect(await rows(page)).toBeGreaterThan(10);
    expect(await page.locator('#map-explorer').isVisible()).toBe(false);
    expect(await page.locator('#map-table a[href="/docs/concepts/search/"]').isVisible()).toBe(true);
  });
});

describe('an empty archive', () => {
  const site = openSite('empty', { webGl: true });

  it('has an empty map', async () => {
    const { page, errors } = await site().open('graph/');
    await page.locator(READY).waitFor();
    await page.getByRole('heading', { name: 'In view: 0' }).waitFor();
    await page.locator('#map-canvas').press('ArrowRight');
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('every other page', () => {
  const site = openSite('every-kind-docs');

  it.each(['', 'concepts/search/', 'comparisons/rag-vs-fine-tuning/', 'guests/ada-lovelace/'])(
    '/%s loads nothing of the map',
    async (path) => {
      const { page, asked } = await site().open(path);
      await page.waitForFunction(() => customElements.get('theme-switch') !== undefined);
      const scripts = asked.here.filter((url) => url.endsWith('.js'));
      for (const url of scripts) expect(await (await fetch(url)).text()).not.toMatch(/webgl/i);
      expect(asked.here.filter((url) => /graph\/|\.bin$/.test(url))).toEqual([]);
    },
  );
});
