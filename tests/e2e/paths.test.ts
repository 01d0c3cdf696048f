import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite('every-kind-docs');

describe('how do these connect?', () => {
  it('answers what its address asks, in words, with links that work', async () => {
    const { page, asked, errors } = await site().open(
      'paths/?from=concept:retrieval-augmented-generation&to=concept:fine-tuning',
    );
    await page
      .getByRole('status')
      .getByText(/ways? from .+ to /)
      .waitFor();
    const first = page.locator('#paths-found > li').first();
    expect(await first.locator('.path-steps > li').count()).toBeGreaterThan(1);
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('Fine-tuning');
    expect(await violations(page)).toEqual([]);
    await first.getByRole('link', { name: 'Fine-tuning', exact: true }).click();
    await page.waitForURL('**/docs/concepts/fine-tuning/');
    expect(asked.elsewhere).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('loads nothing of the map before both ends are there, and offers names while typing', async () => {
    const { page, asked } = await site().open('paths/?from=concept:retrieval-augmented-generation');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'to');
    expect(asked.here.filter((url) => url.includes('/graph/'))).toEqual([]);
    await page.keyboard.type('fine');
    await page.locator('#paths-to option[value="Fine-tuning"]').waitFor({ state: 'attached' });
    await page.keyboard.type('-tuning');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=.+&to=fine-tuning/);
    await page
      .getByRole('status')
      .getByText(/ways? from /)
      .waitFor();
  });

  it('says when a name is nobody’s, and explains itself without a script', async () => {
    const { page } = await site().open('paths/?from=concept:retrieval-augmented-generation&to=zzzzqqqq');
    await page.getByText('No page is called “zzzzqqqq”.').waitFor();
    // What a browser without scripts shows stands in the page as it was served.
    const served = await (await page.request.get(`${site().address}paths/`)).text();
    const plain = served.match(/<noscript>(.+?)<\/noscript>/s)?.[1] ?? '';
    expect(plain).toContain('Finding a way needs JavaScript');
    expect(plain).toContain('href="/docs/concepts/"');
  });
});
