import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite('heat');
const PAGE = 'comparisons/heat/';
const PHONE = { width: 390, height: 844 };
const rows = 'table.matrix tbody tr:not([hidden])';

describe('the matrix', () => {
  it('opens a cell to its claims in place, without leaving the page', async () => {
    const { page, errors } = await site().open(PAGE);
    const cell = page.locator('#m-cost td').first();
    await cell.locator('summary').click();
    await cell.locator('.said').first().waitFor();
    expect(await cell.locator('.said').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('Berg Says pump-pays.')]),
    );
    expect(page.url()).toBe(new URL(PAGE, site().address).href);
    expect(errors).toEqual([]);
  });

  it('sorts and hides criteria by keyboard, and keeps it in the address', async () => {
    const { page } = await site().open(PAGE);
    expect(await page.locator(`${rows} th a`).allTextContents()).toEqual(['Noise', 'Cost']);
    const sort = page.locator('select[name="sort"]');
    await sort.focus();
    await sort.press('n');
    await expect.poll(() => page.url()).toContain('sort=name');
    expect(await page.locator(`${rows} th a`).allTextContents()).toEqual(['Cost', 'Noise']);
    await page.locator('.tools summary').first().press('Enter');
    await page.locator('input[value="cost"]').press('Space');
    await expect.poll(() => page.url()).toContain('hide=cost');
    const again = await site().open(PAGE + new URL(page.url()).search);
    await expect.poll(() => again.page.locator(`${rows} th a`).allTextContents()).toEqual(['Noise']);
  });

  it('is cards on a phone', async () => {
    const { page } = await site().open(PAGE, { viewport: PHONE });
    const cell = page.locator('#m-cost td').first();
    expect(await cell.evaluate((td) => getComputedStyle(td, '::before').content)).toBe('"Heat pump"');
    expect((await cell.boundingBox())?.width).toBeGreaterThan(300);
  });
});

describe('the guide', () => {
  it('names the option, why, and by how much; the address brings the same result', async () => {
    const { page } = await site().open(PAGE);
    await page.getByLabel('Yes').first().check();
    const result = page.locator('#guide-result');
    await result.waitFor();
    // Noise weighs 3: gas and wood 6 each, the pump 0.
    expect(await result.locator('h3').textContent()).toBe('A tie');
    await page.getByLabel('Yes').nth(1).check();
    // Cost weighs 3: the pump 6, gas 6, wood 9.
    await expect.poll(() => result.locator('h3').textContent()).toBe('Wood');
    expect(await result.locator('.note').first().textContent()).toBe(
      '2 of 2 answered. Points: Heat pump 6, Gas 6, Wood 9. The lead is 3, 25 % of what was at stake.',
    );
    const words = await result.textContent();
    const again = await site().open(PAGE + new URL(page.url()).search);
    await again.page.locator('#guide-result').waitFor();
    expect(await again.page.locator('#guide-result').textContent()).toBe(words);
    await result.locator('summary').first().click();
    await result.locator('.said').first().waitFor();
  });

  it('raises claims made under a condition that is ticked', async () => {
    const { page } = await site().open(PAGE);
    await page.getByLabel('a cold house').check();
    await page.locator('.raised .said').first().waitFor();
    expect(await page.locator('.raised .said').count()).toBe(23);
    expect(await page.locator('.guest .said.marked').count()).toBe(23);
    expect(page.url()).toContain('if=a-cold-house');
  });

  it('is a chart and a table without JavaScript', async () => {
    const { page } = await site().open(PAGE, { javaScriptEnabled: false, viewport: PHONE });
    expect(await page.locator('form.guide').isVisible()).toBe(false);
    expect(await page.locator('.flow-words').textContent()).toContain('Is it loud already?');
    await page.getByText('What every answer is worth').click();
    expect(await page.locator('.points-table').textContent()).toContain('Noise +3');
    await page.locator('#m-cost summary').first().click();
    await page.locator('#m-cost .more a').first().click();
    expect(await page.locator('h1').textContent()).toBe('Heat pump vs gas vs wood');
    expect(new URL(page.url()).pathname).toBe('/comparisons/heat/record/');
  });
});

it('the year filter counts only what is left, and stands in the address', async () => {
  const { page } = await site().open(PAGE);
  await page.locator('select[name="since"]').selectOption('2024');
  await expect
    .poll(() => page.locator('#s-ages ~ form output').textContent())
    .toBe('1 of 120 claims are from 2024 or later');
  expect(page.url()).toContain('since=2024');
  expect(await page.locator('.guests .said:not([hidden])').count()).toBe(1);
});

it('two guests stand side by side by address', async () => {
  const { page } = await site().open(`${PAGE}?guests=bob,ada`);
  await expect.poll(() => page.locator('.guest:not([hidden]) h3 a').count()).toBe(2);
  const [left, right] = await Promise.all(['#g-bob', '#g-ada'].map((id) => page.locator(id).boundingBox()));
  expect(left?.y).toBe(right?.y);
  expect(left?.x).toBeLessThan(right?.x ?? 0);
});

describe('the player', () => {
  it('loads nothing from outside before it is asked, then plays the list by keyboard', async () => {
    const { page, asked } = await site().open(PAGE);
    await page.waitForLoadState('networkidle');
    expect(asked.elsewhere).toEqual([]);
    await page.locator('.playlist .tc').first().press('Enter');
    const frame = page.locator('.player iframe');
    await frame.waitFor();
    const first = await frame.getAttribute('src');
    expect(first).toContain('https://www.youtube-nocookie.com/embed/abcdefghijk?start=110&end=150&autoplay=1');
    expect(asked.elsewhere.every((address) => address.startsWith('https://www.youtube-nocookie.com/'))).toBe(true);
    await page.keyboard.press('n');
    await expect.poll(() => frame.getAttribute('src')).not.toBe(first);
    expect(await page.locator('.playlist .tc.playing').count()).toBe(1);
    await page.keyboard.press('>');
    expect(await page.getByRole('button', { name: 'Speed 1.25×' }).count()).toBe(1);
    await page.keyboard.press('p');
    expect(await frame.getAttribute('src')).toBe(first);
    await page.locator('.playlist .tc').nth(1).click();
    expect(await page.locator('.player').count()).toBe(1);
  });

  it('goes on when a stretch ends, as the frame reports it', async () => {
    const { page, context } = await site().open(PAGE);
    await context.route('https://www.youtube-nocookie.com/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<script>addEventListener('message', (e) => { if (JSON.parse(e.data).event === 'listening') parent.postMessage(JSON.stringify({ event: 'onStateChange', info: 0 }), '*'); }, { once: true });</script>`,
      }),
    );
    await page.locator('.playlist .tc').first().click();
    // The third is a file, which nothing ends here.
    await expect.poll(() => page.locator('.player-bar .aside').first().textContent()).toMatch(/^[34] of/);
  });

  it('starts a moment at the host’s question, or a little early, and says so; neighbours follow', async () => {
    const { page } = await site().open('claims/first/gas-cheap/');
    const player = page.locator('moment-player');
    expect(await player.textContent()).toContain('from the host’s question, 10 s before the claim');
    const frame = page.locator('.player iframe');
    await page.locator('.play').first().click();
    await frame.waitFor();
    expect(await frame.getAttribute('src')).toContain('start=110&');
    expect(await page.locator('.player-bar').textContent()).toContain('from the host’s question');
    await page.keyboard.press('n');
    await expect.poll(() => frame.getAttribute('src')).toContain('start=176&');
    expect(await page.locator('.player-bar').textContent()).toContain('starts 4 s before the claim');
    await page.getByText('or from').click();
    await expect.poll(() => frame.getAttribute('src')).toContain('start=116&');
    const other = await site().open('claims/first/gas-fast/');
    expect(await other.page.locator('.play').count()).toBe(1);
    expect(await other.page.locator('moment-player').textContent()).toContain('starts 4 s before the claim');
  });
});

it('a claim is shared in six forms, framed, and reported', async () => {
  const { page, context } = await site().open('claims/first/gas-cheap/');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByText('Share and cite').click();
  expect(await page.locator('.share pre').count()).toBe(6);
  await page.locator('.share button').first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'https://archive.test/claims/first/gas-cheap/',
  );
  const report = new URL((await page.getByText('Report a problem').getAttribute('href')) ?? '');
  expect(report.origin + report.pathname).toBe('https://code.example/heat/issues/new');
  expect(report.searchParams.get('body')).toContain('first/gas-cheap');
  const edit = (await page.getByText('Edit this page').getAttribute('href')) ?? '';
  expect(edit).toBe('https://code.example/heat/edit/main/content/claims/first.yaml');
  const framed = await site().open('embed/?claim=first/gas-cheap');
  await expect.poll(() => framed.page.locator('#embed-text').textContent()).toBe('Says gas-cheap.');
  expect(framed.asked.elsewhere).toEqual([]);
  expect(await framed.page.locator('moment-player').textContent()).toContain('from the host’s question');
  await framed.page.locator('.play').click();
  await framed.page.locator('.player iframe').waitFor();
  expect(await framed.page.locator('.player iframe').getAttribute('src')).toContain('start=110&');
});

it('keeps its budget with 120 claims', async () => {
  const { page, asked } = await site().open(PAGE);
  await page.waitForLoadState('networkidle');
  const size = async (path: string) => gzipSync(await readFile(join(site().site.folder, path)), { level: 9 }).length;
  const paths = asked.here.map((address) => new URL(address).pathname.slice(1));
  const sum = async (end: string) => {
    const sizes = await Promise.all(paths.filter((path) => path.endsWith(end)).map(size));
    return sizes.reduce((total, bytes) => total + bytes, 0);
  };
  expect(await page.locator('.evidence').first().textContent()).toContain('120 claims');
  expect(await size(`${PAGE}index.html`)).toBeLessThanOrEqual(30 * 1024);
  expect(await sum('.css')).toBeLessThanOrEqual(10 * 1024);
  expect(await sum('.js')).toBeLessThanOrEqual(8 * 1024);
});

describe('any two', () => {
  it('lists pairs with enough evidence and says how much that is', async () => {
    const { page } = await site().open('comparisons/');
    await page.getByText('Compare any two').click();
    await page.waitForURL('**/compare/');
    expect(await page.locator('#written li a').allTextContents()).toEqual([
      'Pump or stove',
      'Heat pump vs Gas boiler',
      'Heat pump vs Wood stove',
      'Gas boiler vs Wood stove',
    ]);
    expect(await page.locator('#concepts li a').allTextContents()).toEqual(['Chimney vs Peat']);
    expect(await page.locator('#guests li a').allTextContents()).toEqual(['Ada Berg and Bob Cole']);
    expect(await page.locator('main').textContent()).toContain('each with 5 claims or more');
  });

  it('picks the first and is offered what it can be compared with, by keyboard', async () => {
    const { page, errors } = await site().open('compare/', { viewport: PHONE });
    const [one, other] = [page.locator('select[name="one"]'), page.locator('select[name="other"]')];
    const offered = () => other.locator('option').allTextContents();
    await expect.poll(() => other.isDisabled()).toBe(true);
    await one.focus();
    await page.keyboard.type('Heat');
    await expect.poll(offered).toEqual(['choose', 'Gas boiler', 'Wood stove']);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Wood');
    await expect
      .poll(() => page.locator('.pick output').textContent())
      .toMatch(/^in “Heat pump vs gas vs wood”, 120 claims$/);
    expect(page.url()).toContain('one=concept:heat-pump&other=concept:wood');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/comparisons/heat/');
    await page.goBack();
    // Of one partner there is nothing to choose; a guest is put beside guests.
    await one.selectOption('Peat');
    await expect.poll(offered).toEqual(['choose', 'Chimney']);
    expect(await other.inputValue()).toBe('concept:chimney');
    await one.selectOption('Ada Berg');
    await expect.poll(offered).toEqual(['choose', 'Bob Cole']);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.waitForURL('**/compare/guests/ada-vs-bob/');
    expect(errors).toEqual([]);
  });

  it('is a list of links without JavaScript', async () => {
    const { page } = await site().open('compare/', { javaScriptEnabled: false });
    expect(await page.locator('form.pick').isVisible()).toBe(false);
    await page.getByText('Chimney vs Peat').click();
    expect(new URL(page.url()).pathname).toBe('/compare/chimney-vs-peat/');
  });

  it.each([
    ['compare/peat-vs-chimney/', '/compare/chimney-vs-peat/'],
    ['compare/guests/bob-vs-ada/', '/compare/guests/ada-vs-bob/'],
    ['compare/wood-vs-gas/', '/comparisons/heat/'],
    ['comparisons/wood-vs-gas-vs-heat-pump/', '/comparisons/heat/'],
  ])('leads from %s to %s', async (from, to) => {
    const { page } = await site().open(from, { javaScriptEnabled: false });
    await page.waitForURL((url) => url.pathname === to);
  });

  it('compares two concepts by what can be computed, cells opening in place', async () => {
    const { page, asked } = await site().open('compare/chimney-vs-peat/');
    await page.locator('#m-cost summary').first().click();
    await page.locator('#m-cost .said').first().waitFor();
    // The claims stand on the page itself.
    expect(asked.here.filter((address) => address.endsWith('record/'))).toEqual([]);
  });

  it('puts two guests side by side on the positions both took', async () => {
    const { page } = await site().open('compare/guests/ada-vs-bob/', { javaScriptEnabled: false });
    expect(await page.locator('main h2').allTextContents()).toEqual([
      'They disagree',
      'Both, under different conditions',
    ]);
    await page.goto(new URL('guests/ada/', site().address).href);
    expect(await page.locator('#s-companions ~ dl').textContent()).toContain('Bob Cole');
  });
});

it('a comparison with next to no evidence is dignified', async () => {
  const { page, errors } = await site().open('comparisons/pump-or-stove/');
  expect(await page.locator('h1').textContent()).toBe('Pump or stove');
  expect(await page.locator('.ahead li').count()).toBe(2);
  expect(errors).toEqual([]);
  // No heading without something under it, with or without a script.
  const bare = await site().open('comparisons/pump-or-stove/', { javaScriptEnabled: false });
  const conditions = bare.page.locator('section:has(> #s-guide) .note');
  expect(await conditions.isVisible()).toBe(true);
  expect(await conditions.textContent()).toBe('Some claims were made under a condition: a cold house.');
});

describe('the bundled comparison', () => {
  const bundled = openSite('bundled');

  it('offers no edits and reports, since no repository is known', async () => {
    const { page } = await bundled().open('comparisons/rag-vs-fine-tuning/');
    await page.locator('.provenance').waitFor();
    expect(await page.getByText('Edit this page').count()).toBe(0);
    await page.locator('.cite a').first().click();
    await page.waitForURL('**/claims/**');
    await page.getByText('Share and cite').waitFor();
    expect(await page.getByText('Report a problem').count()).toBe(0);
  });

  it.each([{ width: 1440, height: 900 }, PHONE])(
    'says question, answer, sides, weight and the way to the guide on a screen of $width',
    async (viewport) => {
      const { page } = await bundled().open('comparisons/rag-vs-fine-tuning/', { viewport });
      for (const part of ['h1', '.question', '.answer', '.ahead', '.evidence', '.go']) {
        const box = await page.locator(part).first().boundingBox();
        expect([part, (box?.y ?? 9999) + (box?.height ?? 0) <= viewport.height]).toEqual([part, true]);
      }
    },
  );
});
