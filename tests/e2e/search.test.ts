import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite('every-kind-docs');

describe('the palette', () => {
  it('opens by key, finds a page and goes there, all from the keyboard', async () => {
    const { page, asked, errors } = await site().open('');
    expect(asked.here.filter((url) => /pagefind|palette/.test(url))).toEqual([]);
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.waitFor();
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('fine tunin');
    const option = page.getByRole('option', { name: /Fine-tuning/ }).first();
    await option.waitFor();
    await page.locator('.palette-note', { hasText: /\d+ pages?, \d+ claims?/ }).waitFor();
    expect(await page.getByRole('option').first().getAttribute('aria-selected')).toBe('true');
    expect(await box.getAttribute('aria-activedescendant')).toBe(
      await page.getByRole('option').first().getAttribute('id'),
    );
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/concepts/fine-tuning/');
    expect(asked.elsewhere).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('opens a result in a new tab by Ctrl+Enter, and stays', async () => {
    const { page, context } = await site().open('');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search' }).waitFor();
    await page.keyboard.type('fine tunin');
    await page
      .getByRole('option', { name: /Fine-tuning/ })
      .first()
      .waitFor();
    const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await opened.waitForURL('**/docs/concepts/fine-tuning/');
    expect(new URL(page.url()).pathname).toBe('/docs/');
    expect(await page.getByRole('dialog').count()).toBe(1);
  });

  it('remembers what was searched, on this device, until it is told to forget', async () => {
    const { page } = await site().open('');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).waitFor();
    await page.keyboard.type('retrieval');
    await page.locator('.palette-note', { hasText: /\d+ pages?, \d+ claims?/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/docs\/\w+\/.+/);
    // The new page listens once its script has run.
    await page.waitForFunction(() => customElements.get('theme-switch') !== undefined);
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: 'retrieval', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Forget them' }).click();
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('loses no key that is typed while it loads', async () => {
    const { page } = await site().open('');
    let letIn = () => {};
    const gate = new Promise<void>((done) => {
      letIn = done;
    });
    await page.route(/_astro\/palette/, async (route) => {
      await gate;
      await route.continue();
    });
    await page.waitForFunction(() => customElements.get('theme-switch') !== undefined);
    await page.keyboard.press('/');
    await page.keyboard.type('fine tu');
    const box = page.locator('dialog.palette input');
    expect(await box.inputValue()).toBe('fine tu');
    expect(await page.getByRole('combobox', { name: 'Search' }).count()).toBe(0);
    letIn();
    await page.getByRole('combobox', { name: 'Search' }).waitFor();
    await page.keyboard.type('nin');
    await page
      .getByRole('option', { name: /Fine-tuning/ })
      .first()
      .waitFor();
    expect(await box.inputValue()).toBe('fine tunin');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('/');
    await page
      .getByRole('option', { name: /Fine-tuning/ })
      .first()
      .waitFor();
  });

  it('leads to the search page where it cannot be loaded', async () => {
    const { page } = await site().open('');
    await page.route(/_astro\/palette/, (route) => route.abort());
    await page.waitForFunction(() => customElements.get('theme-switch') !== undefined);
    await page.keyboard.press('/');
    await page.waitForURL('**/docs/search/**');
  });

  it('does not open while somebody types', async () => {
    const { page } = await site().open('concepts/');
    await page.locator('#filter').focus();
    await page.keyboard.press('/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator('#filter').inputValue()).toBe('/');
  });
});

describe('the search page', () => {
  it('shows what its address says, and says in its address what it shows', async () => {
    const { page, errors } = await site().open('search/?q=facts');
    const results = page.locator('#search-results li');
    await results.first().waitFor();
    expect(await page.locator('#search-results mark').first().textContent()).toMatch(/fact/i);
    const claim = page.getByRole('checkbox', { name: /^claim/ });
    await claim.check();
    await page.waitForURL(/q=facts&type=claim/);
    await expect.poll(() => page.locator('#search-results li.found').count()).toBe(0);
    expect(await results.count()).toBeGreaterThan(0);
    await page.goBack();
    await expect.poll(() => claim.isChecked()).toBe(false);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('plays a claim where it stands', async () => {
    const { page, asked } = await site().open('search/?q=facts');
    const item = page.locator('#search-results li.claim').first();
    await item.waitFor();
    await page.waitForFunction(() => customElements.get('moment-player') !== undefined);
    expect(asked.elsewhere).toEqual([]);
    await item.locator('.tc').click();
    await page
      .locator('#search-results iframe, #search-results audio, .player iframe, .player audio')
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/docs/search/');
  });

  it('lists what is narrowed without a word asked', async () => {
    const { page } = await site().open('search/?type=guest');
    await page.locator('#search-results li').first().waitFor();
    expect(await page.locator('#search-results li.k-guest').count()).toBe(
      await page.locator('#search-results li').count(),
    );
  });

  it('offers near names, or to drop what empties the list', async () => {
    const { page } = await site().open('search/?q=xfinetunix');
    await page.getByText('Near it:').waitFor();
    expect(await page.locator('#search-said a').count()).toBeGreaterThan(0);
    await page.goto(new URL('search/?q=facts&guest=nobody', site().address).href);
    await page.getByRole('button', { name: /Without “nobody”: \d+ results?/ }).click();
    await page.locator('#search-results li').first().waitFor();
    expect(page.url()).not.toContain('guest');
  });

  it('answers a question with what is on record', async () => {
    const { page } = await site().open('search/?q=when+should+I+use+fine-tuning+instead+of+retrieval%3F');
    await page.getByRole('heading', { name: 'On record' }).waitFor();
    expect(await page.locator('#search-ask .claim .tc').count()).toBeGreaterThan(0);
    expect(await page.locator('#search-ask h3').first().textContent()).toBe('Weighed here');
  });

  it('sends nothing to a model before a yes, and strikes through what is not on record', async () => {
    const { page, context, asked } = await site().open(
      'search/?q=when+should+I+use+fine-tuning+instead+of+retrieval%3F',
    );
    const sent: string[] = [];
    await context.route('http://model.test/**', (route) => {
      const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
      if (route.request().method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
      sent.push(route.request().postData() ?? '');
      const content = 'Change shows at once [1]. <img src=x onerror=alert(1)> Everybody knows. Nobody said it [99].';
      const body = `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\ndata: [DONE]\n\n`;
      return route.fulfill({ headers: { ...headers, 'content-type': 'text/event-stream' }, body });
    });
    await page.getByText('Have your own model write it up').click();
    await page.getByLabel('Address of an OpenAI-compatible API').fill('http://model.test/v1');
    await page.getByLabel('Model', { exact: true }).fill('small');
    await page.getByRole('button', { name: 'Show what would be sent' }).click();
    const shown = await page.locator('.model-preview pre').textContent();
    expect(sent).toEqual([]);
    expect(asked.elsewhere).toEqual([]);
    await page.getByRole('button', { name: 'Yes, send this' }).click();
    await page.locator('.model-answer del').first().waitFor();
    expect(JSON.parse((shown ?? '').split('\n').slice(1).join('\n'))).toEqual(JSON.parse(sent[0] ?? ''));
    expect(await page.locator('.model-answer del').allTextContents()).toEqual([
      expect.stringContaining('Everybody knows.'),
      expect.stringContaining('[99]'),
    ]);
    expect(await page.locator('.model-answer img').count()).toBe(0);
    expect(await page.locator('.model-answer sup a').count()).toBe(1);
  });

  it.each([
    '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
    '"><svg onload=window.hit=1>',
    '((((.*[a-z',
    '\u0000\u0007\u202e',
    '向量数据库',
    'Datenqualitätsmanagement',
    '🍊👩‍👩‍👧',
    'x'.repeat(10_240),
  ])('takes %j as words', async (query) => {
    const path = `search/?${new URLSearchParams({ q: query })}&guest=${encodeURIComponent('<b>')}`;
    await site().visit(path, {}, async ({ page, errors }) => {
      await page.locator('#search-said span').first().waitFor();
      expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined();
      expect(await page.locator('main img, main svg, main script:not([src])').count()).toBe(0);
      expect(errors).toEqual([]);
    });
  });

  it('explains itself without JavaScript, and leads on', async () => {
    const { page } = await site().open('search/?q=facts', { javaScriptEnabled: false });
    expect(await page.locator('noscript p').textContent()).toContain('Searching needs JavaScript');
    await page.locator('#search-lists a', { hasText: 'Concepts, A to Z' }).click();
    expect(await page.locator('h1').textContent()).toContain('Concepts');
  });

  const QUESTION = 'when should I use fine-tuning instead of retrieval?';
  it.each(
    [390, 1440].flatMap((width) =>
      [
        ['facts', '#search-side fieldset'],
        [QUESTION, '#search-ask h2'],
        ['xyzzyxyzzy', '#search-said span'],
      ].map(([query = '', last = '']) => ({ width, query, last })),
    ),
  )('moves nothing it has shown: $query, $width px wide', async ({ width, query, last }) => {
    const { page } = await site().open(`search/?${new URLSearchParams({ q: query })}`, {
      viewport: { width, height: 844 },
    });
    await page.locator(last).first().waitFor();
    await page.waitForLoadState('networkidle');
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          // Shifts are told of after the frame they are in.
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
        }),
    );
    expect(shifts).toBeLessThan(0.02);
  });

  it('lists what there is where nothing is asked', async () => {
    const { page } = await site().open('search/');
    await page.locator('#search-lists a', { hasText: 'Concepts, A to Z' }).waitFor();
    await page.keyboard.type('facts');
    await page.locator('#search-results li').first().waitFor();
    expect(await page.locator('#search-lists').isVisible()).toBe(false);
  });

  it('leads from the results to what narrows them, on a phone', async () => {
    const { page } = await site().open('search/?q=facts', { viewport: { width: 390, height: 844 } });
    await page.locator('#search-side input').first().waitFor();
    await page.getByRole('button', { name: 'Narrow', exact: true }).click();
    expect(await page.evaluate(() => document.activeElement?.closest('#search-side') !== null)).toBe(true);
  });

  it('fits a phone', async () => {
    const { page } = await site().open('search/?q=facts', { viewport: { width: 390, height: 844 } });
    await page.locator('#search-results li').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
