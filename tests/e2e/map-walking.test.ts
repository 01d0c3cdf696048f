import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressHas, findOnMap, openMap, panelOf, READY, SETTLED, tableRows } from '../support/open-map.ts';
import { openSite } from '../support/open-site.ts';

const LIT = '#map-canvas.lit';
const without = (page: Page, part: string) => page.waitForURL((url) => !url.search.includes(part));

describe('walking on the map', () => {
  const site = openSite('every-kind-docs', { webGl: true });
  const open = (query = '', options = {}) => openMap(site(), query, options);
  /** The middle of the frame: where a page stands that was flown to. */
  async function middle(page: Page): Promise<{ x: number; y: number }> {
    const box = await page.locator('#map-canvas').boundingBox();
    if (!box) throw new Error('the map has no place');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  it('lights what is pointed at with its neighbours, and selects it by a press', async () => {
    const { page, errors } = await open();
    await findOnMap(page, 'zoe', 'Zoë Núñez');
    await page.locator(SETTLED).waitFor();
    await page.locator('#map-canvas').press('Escape');
    await page.locator('#map-panel').waitFor({ state: 'hidden' });
    expect(await page.locator(LIT).count()).toBe(0);
    const { x, y } = await middle(page);
    await page.mouse.move(x - 200, y - 160);
    await page.mouse.move(x, y);
    await page.locator(`${LIT}.over`).waitFor();
    await page.mouse.click(x, y);
    await panelOf(page, 'Zoë Núñez');
    await page.mouse.move(5, 5);
    await page.locator('#map-canvas:not(.over)').waitFor();
    // The selected stays lit.
    expect(await page.locator(LIT).count()).toBe(1);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.locator('#map-canvas:not(.lit):focus').waitFor();
    expect(errors).toEqual([]);
  });

  it('goes to a page by chance', async () => {
    const { page } = await open('?hide=article,collection,comparison,concept,criterion,episode,position,resource,show');
    await page.getByRole('button', { name: 'Random' }).click();
    await addressHas(page, 'select=guest:');
    await page.locator('#map-panel .k-guest').first().waitFor();
  });

  it('keeps a trail, and goes back along it by button and by key', async () => {
    const { page } = await open();
    await findOnMap(page, 'search', 'Search');
    await findOnMap(page, 'ada', 'Ada Lovelace');
    await findOnMap(page, 'zoe', 'Zoë Núñez');
    const trail = page.getByRole('navigation', { name: 'Trail' });
    await trail.getByRole('button', { name: 'Ada Lovelace' }).waitFor();
    expect(await trail.getByRole('button').allTextContents()).toEqual(['Back', 'Search', 'Ada Lovelace']);
    await trail.getByRole('button', { name: 'Back' }).click();
    await panelOf(page, 'Ada Lovelace');
    await page.locator('#map-canvas').press('Backspace');
    await panelOf(page, 'Search');
    await page.goForward();
    await panelOf(page, 'Ada Lovelace');
    await trail.getByRole('button', { name: 'Search' }).click();
    await panelOf(page, 'Search');
  });

  it.each<[string, (page: Page) => Promise<unknown>, string, (rows: string[], all: string[]) => void]>([
    [
      'guest',
      (page) => page.locator('#map-guest').selectOption('guest:zoe-nunez'),
      'guest=guest:zoe-nunez',
      (rows) => {
        expect(rows).toContain('Zoë Núñez');
        expect(rows).not.toContain('Charles Babbage');
      },
    ],
    [
      'year',
      async (page) => {
        await page.getByLabel('From', { exact: true }).fill('2024');
        await page.getByLabel('From', { exact: true }).blur();
      },
      'from=2024',
      (rows) => expect(rows).not.toContain('Ada Lovelace'),
    ],
    [
      'least evidence',
      async (page) => {
        await page.getByLabel('At least').fill('2');
        await page.getByLabel('At least').blur();
      },
      'least=2',
      (rows) => expect(rows).not.toContain('Hans Host'),
    ],
    [
      'kind',
      (page) => page.getByRole('button', { name: /^Guests/ }).click(),
      'hide=guest',
      (rows) => expect(rows).not.toContain('Ada Lovelace'),
    ],
    [
      'community',
      (page) => page.locator('#map-community').selectOption({ index: 1 }),
      'in=',
      (rows, all) => expect(rows.length).toBeLessThan(all.length),
    ],
  ])('shows less by %s, and all again after Back', async (_, filter, part, check) => {
    const { page } = await open();
    const all = await tableRows(page);
    await page.getByText('Filters', { exact: true }).click();
    await filter(page);
    await addressHas(page, part);
    await page.waitForFunction((count) => document.querySelectorAll('#map-table tbody tr').length < count, all.length);
    const rows = await tableRows(page);
    expect(rows.length).toBeGreaterThan(0);
    check(rows, all);
    await page.goBack();
    await without(page, part);
    await page.waitForFunction(
      (count) => document.querySelectorAll('#map-table tbody tr').length === count,
      all.length,
    );
  });

  it('leaves out lines of a type: what only they joined is out of reach', async () => {
    const { page } = await open('?focus=guest:ada-lovelace');
    const near = await tableRows(page);
    expect(near).toContain('Charles Babbage');
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('links to', { exact: true }).uncheck();
    await addressHas(page, 'without=links');
    await page.waitForFunction((count) => document.querySelectorAll('#map-table tbody tr').length < count, near.length);
    expect(await tableRows(page)).not.toContain('Charles Babbage');
    await page.getByLabel('links to', { exact: true }).check();
    await page.waitForFunction(
      (count) => document.querySelectorAll('#map-table tbody tr').length === count,
      near.length,
    );
  });

  it('reaches farther from a focus with each step', async () => {
    const { page } = await open('?select=guest:hans-host');
    await panelOf(page, 'Hans Host');
    await page.getByRole('button', { name: 'Focus on it' }).click();
    await addressHas(page, 'focus=guest:hans-host');
    const size = () => page.locator('#map-table tbody tr').count();
    await page.locator(SETTLED).waitFor();
    let before = await size();
    for (const steps of ['2', '3']) {
      await page.getByLabel('Steps around it').selectOption(steps);
      await addressHas(page, `depth=${steps}`);
      await page.waitForFunction((count) => document.querySelectorAll('#map-table tbody tr').length > count, before);
      await page.locator(SETTLED).waitFor();
      before = await size();
    }
  });

  it('points out spots, and says them without a script too', async () => {
    const { page, errors } = await open();
    const lists = page.getByLabel('Point out');
    const [name] = await lists
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean));
    expect(name).toBeDefined();
    await lists.selectOption(name as string);
    await addressHas(page, `spots=${name}`);
    await page.locator(LIT).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^Pointed out: .+\.$/ })
      .waitFor();
    await lists.selectOption('');
    await page.locator('#map-canvas:not(.lit)').waitFor();
    const still = await site().open('graph/', { javaScriptEnabled: false });
    const spot = still.page.locator(`[data-spots=${name}] li`).first();
    expect(await spot.locator('a').first().getAttribute('href')).toMatch(/^\/docs\/.+\/$/);
    const onMap = await spot.getByRole('link', { name: /on the map/ }).getAttribute('href');
    expect(onMap).toMatch(/^\/docs\/graph\/\?select=/);
    const shown = await open((onMap as string).replace('/docs/graph/', ''));
    await shown.page.locator('#map-panel h2').waitFor();
    expect(errors).toEqual([]);
  });

  it('lays the panel over the foot of the map on a phone, the selected above it', async () => {
    const { page, errors } = await open('', { viewport: { width: 390, height: 844 }, hasTouch: true });
    await findOnMap(page, 'zoe', 'Zoë Núñez');
    const [map, sheet] = await Promise.all(
      ['#map-canvas', '#map-panel'].map((part) => page.locator(part).boundingBox()),
    );
    if (!map || !sheet) throw new Error('the map or its panel has no place');
    expect(sheet.width).toBe(390);
    expect(sheet.y + sheet.height).toBeLessThanOrEqual(844);
    expect(sheet.y).toBeGreaterThan(map.y + 100);
    // The page stands in the middle of what the sheet leaves free: a tap there, after letting go, selects it again.
    await page.locator(SETTLED).waitFor();
    await page.locator('#map-canvas').press('Escape');
    await page.locator('#map-panel').waitFor({ state: 'hidden' });
    const free = Math.min(map.y + map.height, sheet.y) - map.y;
    await page.touchscreen.tap(map.x + map.width / 2, map.y + free / 2);
    await panelOf(page, 'Zoë Núñez');
    expect(errors).toEqual([]);
  });
});

describe('leaving the map', () => {
  const site = openSite('every-kind-docs', { webGl: true });

  /** Counts in the page what lies on the graphics card: what was made and not deleted, in contexts that were not given up. */
  async function countOnCard(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const live = new Set<Map<string, number>>();
      Object.assign(window, {
        onCard: () => {
          const sum: Record<string, number> = { contexts: live.size };
          for (const counts of live) for (const [name, count] of counts) sum[name] = (sum[name] ?? 0) + count;
          return sum;
        },
      });
      const known = new WeakSet<object>();
      const getContext = HTMLCanvasElement.prototype.getContext as (...asked: unknown[]) => unknown;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
        const gl = getContext.apply(this, asked) as (WebGLRenderingContext & Record<string, unknown>) | null;
        if (!gl || !/^webgl/.test(String(asked[0])) || known.has(gl)) return gl;
        known.add(gl);
        const counts = new Map<string, number>();
        live.add(counts);
        for (const thing of ['Buffer', 'Texture', 'Program', 'Shader', 'Framebuffer', 'Renderbuffer']) {
          for (const [verb, by] of [
            ['create', 1],
            ['delete', -1],
          ] as const) {
            const own = gl[`${verb}${thing}`] as (...words: unknown[]) => unknown;
            gl[`${verb}${thing}`] = (...words: unknown[]) => {
              if (verb === 'create' || words[0]) counts.set(thing, (counts.get(thing) ?? 0) + by);
              return own.apply(gl, words);
            };
          }
        }
        const getExtension = gl.getExtension.bind(gl) as (name: string) => { loseContext?(): void } | null;
        gl.getExtension = ((name: string) => {
          const extension = getExtension(name);
          if (name === 'WEBGL_lose_context' && extension?.loseContext) {
            const lose = extension.loseContext.bind(extension);
            extension.loseContext = () => {
              live.delete(counts);
              lose();
            };
          }
          return extension;
        }) as never;
        return gl;
      } as never;
    });
  }

  it('leaves nothing on the graphics card, twenty times, and no more there after coming back', async () => {
    const { page, errors } = await openMap(site(), '?select=concept:search', {}, countOnCard);
    const onCard = () => page.evaluate(() => (window as unknown as { onCard(): Record<string, number> }).onCard());
    const leaveAndReturn = async () => {
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
      await page.locator(READY).waitFor({ state: 'detached' });
      expect(await onCard()).toEqual({ contexts: 0 });
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      await page.locator(READY).waitFor();
      await page.locator(SETTLED).waitFor();
    };
    await leaveAndReturn();
    const first = await onCard();
    expect(first.contexts).toBeGreaterThan(0);
    expect(first.Buffer).toBeGreaterThan(0);
    for (let time = 0; time < 20; time++) await leaveAndReturn();
    expect(await onCard()).toEqual(first);
    await panelOf(page, 'Search');
    expect(errors).toEqual([]);
  });
});
