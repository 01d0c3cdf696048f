import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSite } from '../support/open-site.ts';
import { PRIVATE, PUBLISHED } from '../support/two-transcripts.ts';

const site = openSite('transcripts');

describe('what was said', () => {
  it('is found in the palette below claims, and leads to its second', async () => {
    const { page, errors } = await site().open('');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search' }).waitFor();
    await page.keyboard.type('walrus ledger');
    const group = page.getByRole('group', { name: 'Moments, as they were said' });
    const option = group.getByRole('option', { name: /walrus ledger/ });
    await option.waitFor();
    await page.locator('.palette-note', { hasText: /1 moment/ }).waitFor();
    expect(await option.getAttribute('href')).toBe('https://www.youtube.com/watch?v=abcdefghijk&t=60s');
    expect(await option.textContent()).toContain('Ada Lovelace · Episode one · 1:00');
    expect(errors).toEqual([]);
  });

  it('stands apart on the search page, and can be narrowed to', async () => {
    const { page } = await site().open('search/?q=facts+index');
    await page.getByRole('heading', { name: 'Moments, as they were said' }).waitFor();
    expect(await page.locator('#search-results li').first().textContent()).not.toContain('walrus');
    await page.getByRole('checkbox', { name: /^moment/ }).check();
    await page.waitForURL(/type=moment/);
    await expect.poll(() => page.locator('#search-results h2').count()).toBe(0);
    expect(await page.locator('#search-results li').allTextContents()).toEqual([expect.stringContaining('walrus')]);
    expect(await page.locator('#search-results .tc').getAttribute('href')).toContain('t=60s');
  });

  it('is text, whatever it says', async () => {
    const { page } = await site().open('search/?q=cheese');
    await page.locator('#search-results li').first().waitFor();
    expect(await page.locator('#search-results li b').count()).toBe(0);
  });

  it('stays off the site where nobody said that it may be published', async () => {
    const { folder } = site().site;
    const words = PRIVATE.split(' ').filter((word) => /pelican|protocol/.test(word));
    const leaks: string[] = [];
    let isPublished = false;
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
      if (words.some((word) => text.includes(word))) leaks.push(entry.name);
      if (text.includes(PUBLISHED)) isPublished = true;
    }
    expect(leaks).toEqual([]);
    expect(isPublished).toBe(true);
  });
});
