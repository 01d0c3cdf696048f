import { describe, expect, it } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite('every-kind-docs');
const PHONE = { width: 390, height: 844 };

describe('without JavaScript', () => {
  it('lists are whole, and what needs a script is not shown', async () => {
    const { page } = await site().open('concepts/', { javaScriptEnabled: false });
    expect(await page.locator('main li a').allTextContents()).toEqual(
      expect.arrayContaining(['Fine-tuning', 'Retrieval-augmented generation', 'Search']),
    );
    expect(await page.locator('list-filter').isVisible()).toBe(false);
    expect(await page.locator('theme-switch').isVisible()).toBe(false);
  });

  it('citations are links to the claim and to its second', async () => {
    const { page } = await site().open('concepts/search/', { javaScriptEnabled: false, viewport: PHONE });
    const [who, when] = await page.locator('.cite').first().locator('a').all();
    expect(await who?.getAttribute('href')).toBe('/docs/claims/looking-things-up/facts-in-index/');
    expect(await when?.getAttribute('href')).toBe('https://www.youtube.com/watch?v=abcdefghijk&t=780s');
    expect(await when?.textContent()).toBe('13:00');
    await who?.click();
    expect(await page.locator('h1').textContent()).toContain('Facts that change belong in an index');
    expect(await page.locator('.play').getAttribute('href')).toMatch(
      /^https:\/\/www\.youtube\.com\/watch\?v=abcdefghijk&t=\d+s$/,
    );
  });

  it('every section of a comparison can be read', async () => {
    const { page } = await site().open('comparisons/rag-vs-fine-tuning/', {
      javaScriptEnabled: false,
      viewport: PHONE,
    });
    for (const words of [
      'A change shows at once',
      'Tuning first',
      'Looks at facts',
      'Should I look it up or learn it?',
    ]) {
      expect(await page.getByText(words).first().isVisible()).toBe(true);
    }
    await page.getByText('Can I have both?').click();
    expect(await page.locator('details p', { hasText: 'Yes' }).isVisible()).toBe(true);
  });

  it('an old name leads on', async () => {
    const { page } = await site().open('concepts/rag/', { javaScriptEnabled: false });
    await page.waitForURL('**/docs/concepts/retrieval-augmented-generation/');
    expect(await page.locator('h1').textContent()).toBe('Retrieval-augmented generation');
  });
});

describe('a citation', () => {
  const TEXT = 'Facts that change belong in an index';

  it('shows its claim while it is pointed at, from one small file', async () => {
    const { page, asked } = await site().open('concepts/search/');
    await page.waitForLoadState('networkidle');
    const before = asked.here.length;
    const citation = page.locator('a[data-claim="looking-things-up/facts-in-index"]').first();
    await citation.hover();
    const card = page.locator('#citation-preview');
    await card.waitFor();
    expect(await card.textContent()).toContain(TEXT);
    expect(await card.textContent()).toContain('Ada Lovelace');
    expect(await citation.getAttribute('aria-describedby')).toBe('citation-preview');
    expect(asked.here.slice(before).map((url) => new URL(url).pathname)).toEqual([
      '/docs/episodes/looking-things-up/claims.json',
    ]);
    // The card itself may be pointed at, to read on or to select.
    await card.hover();
    await page.locator('h1').hover({ trial: true });
    expect(await card.isVisible()).toBe(true);
    await page.mouse.move(0, 0);
    await card.waitFor({ state: 'detached' });
    expect(await citation.getAttribute('aria-describedby')).toBeNull();
    await citation.hover();
    await card.waitFor();
    expect(asked.here.length).toBe(before + 1);
  });

  it('shows its claim on keyboard focus, and closes on Escape', async () => {
    const { page } = await site().open('concepts/search/');
    const card = page.locator('#citation-preview');
    for (let pressed = 0; pressed < 80; pressed++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.hasAttribute('data-claim'))) break;
    }
    await card.waitFor();
    expect(await card.textContent()).toContain(TEXT);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-claim'))).toBe(
      'looking-things-up/facts-in-index',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await card.waitFor();
    await page.keyboard.press('Tab');
    await card.waitFor({ state: 'detached' });
  });

  it('stays a plain link when its file cannot be had', async () => {
    const { page, context } = await site().open('concepts/search/');
    await context.route('**/claims.json', (route) => route.fulfill({ status: 500, body: 'x' }));
    const asked = page.waitForResponse('**/claims.json');
    await page.locator('a[data-claim]').first().hover();
    await asked;
    await page.locator('a[data-claim]').first().click();
    await page.waitForURL('**/docs/claims/**');
  });
});

describe('a list', () => {
  it('narrows while one types, accents or not, and is whole again when the field is empty', async () => {
    const { page } = await site().open('guests/');
    const rows = page.locator('li[data-name]');
    const shown = () => rows.locator('visible=true').locator('a').allTextContents();
    expect(await rows.count()).toBe(4);
    const field = page.getByLabel('Filter');
    await field.fill('nunez');
    expect(await shown()).toEqual(['Zoë Núñez']);
    expect(await page.locator('list-filter output').textContent()).toBe('1 of 4');
    expect(await page.locator('.letter:visible').count()).toBe(1);
    await field.fill('countess');
    expect(await shown()).toEqual(['Ada Lovelace']);
    await field.fill('nobody of that name');
    expect(await shown()).toEqual([]);
    expect(await page.locator('list-filter output').textContent()).toBe('0 of 4');
    await field.fill('');
    expect(await shown()).toHaveLength(4);
  });
});

describe('light and dark', () => {
  it('follow the system, then the switch, on every page and on the next visit', async () => {
    const { page } = await site().open('', { colorScheme: 'light' });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    const button = page.locator('theme-switch button');
    await button.click();
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await paper()).toBe(dark);
    await page.goto(new URL('concepts/', site().address).href);
    expect(await paper()).toBe(dark);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await paper()).toBe(light);
    await page.reload();
    expect(await paper()).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await paper()).toBe(dark);
  });
});

describe('a player', () => {
  it('loads nothing from another host before play is pressed', async () => {
    const { page, asked } = await site().open('claims/looking-things-up/facts-in-index/');
    await page.waitForLoadState('networkidle');
    expect(asked.elsewhere).toEqual([]);
    const play = page.locator('.play');
    await play.hover();
    await play.focus();
    expect(asked.elsewhere).toEqual([]);
    const request = page.waitForRequest(/youtube-nocookie\.com\/embed\/abcdefghijk/);
    await page.keyboard.press('Enter');
    const start = Number(new URL((await request).url()).searchParams.get('start'));
    expect(start).toBeGreaterThanOrEqual(765);
    expect(start).toBeLessThan(780);
    expect(await page.locator('moment-player iframe').getAttribute('title')).toContain('Facts that change');
    expect(await page.evaluate(() => document.activeElement?.closest('moment-player') !== null)).toBe(true);
  });

  it('plays sound in place, a few seconds before the claim', async () => {
    const { page, asked } = await site().open('claims/building-the-engine/drawings-first/');
    expect(asked.elsewhere).toEqual([]);
    const request = page.waitForRequest('https://talks.example/**');
    await page.locator('.play').click();
    await request;
    expect(await page.locator('moment-player audio').getAttribute('src')).toBe('https://talks.example/audio/8.mp3#t=1');
  });
});

describe('the keyboard', () => {
  it('skips to the text, and otherwise goes through the head into the text', async () => {
    const { page } = await site().open('concepts/search/');
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip');
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    const box = await skip.boundingBox();
    expect(box && box.x >= 0 && box.y >= 0 && box.height > 10).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

    const { page: again } = await site().open('concepts/search/');
    const order: string[] = [];
    for (let pressed = 0; pressed < 40 && order.at(-1) !== 'main'; pressed++) {
      await again.keyboard.press('Tab');
      order.push(
        await again.evaluate(
          () => document.activeElement?.closest('.skip, header.masthead, main')?.localName ?? 'lost',
        ),
      );
    }
    expect([...new Set(order)]).toEqual(['a', 'header', 'main']);
  });

  it('shows where it is', async () => {
    const { page } = await site().open('concepts/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    });
    expect(outline).toBe(true);
  });
});

describe('print', () => {
  it('leaves out what is for the screen, keeps the text', async () => {
    const { page } = await site().open('concepts/search/');
    await page.emulateMedia({ media: 'print' });
    for (const chrome of ['.masthead nav', 'theme-switch', '.crumbs', '.skip', '.copy', '.anchor']) {
      expect([chrome, await page.locator(`${chrome}:visible`).count()]).toEqual([chrome, 0]);
    }
    for (const text of ['h1', '.prose', '.cite', 'table']) {
      expect([text, await page.locator(text).first().isVisible()]).toEqual([text, true]);
    }
  });
});

describe('code', () => {
  it('can be copied, without its line numbers', async () => {
    const { page, context } = await site().open('concepts/search/');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const button = page.locator('figure.code button.copy').first();
    await button.click();
    await page.getByText('Copied', { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(
      'def look_up(index: dict[str, list[int]], word: str) -> list[int]:\n    # A comment with <b>tags</b> & an ampersand [[not|a link]].\n    return index.get(word, [])',
    );
  });
});
