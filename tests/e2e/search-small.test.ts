import { describe, expect, it } from 'vitest';
import { openSite } from '../support/open-site.ts';

describe('an archive without claims', () => {
  const site = openSite('pages-only');

  it('finds its pages, by what they are called and by what they say', async () => {
    const { page, errors } = await site().open('search/?q=patience');
    await page.locator('#search-results a', { hasText: 'Sourdough' }).waitFor();
    await page.goto(site().address);
    await page.waitForFunction(() => customElements.get('theme-switch') !== undefined);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).waitFor();
    await page.keyboard.type('sourdoug');
    await page.getByRole('option', { name: /Sourdough/ }).waitFor();
    expect(errors).toEqual([]);
  });
});

describe('an archive without pages', () => {
  const site = openSite('empty');

  it('finds nothing, and says so', async () => {
    const { page, errors } = await site().open('search/?q=patience');
    await page.locator('#search-said', { hasText: 'Nothing found' }).waitFor();
    await page.goto(site().address);
    await page.waitForFunction(() => customElements.get('theme-switch') !== undefined);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).waitFor();
    await page.keyboard.type('patience');
    await page.locator('.palette-note', { hasText: 'Nothing found.' }).waitFor();
    expect(errors).toEqual([]);
  });
});
