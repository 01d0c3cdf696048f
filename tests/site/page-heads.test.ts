import { describe, expect, it } from 'vitest';
import { addressOf, readSite, type SitePage } from '../support/read-site.ts';
import { SITE_NAMES, type TestSite, testSite } from '../support/test-sites.ts';

/** What is missing from a page, in words. */
function lacks(site: TestSite, page: SitePage): string[] {
  const redirect = page.refresh !== undefined;
  const missing: string[] = [];
  if (page.title.trim() === '') missing.push('title');
  if (page.lang === '') missing.push('lang');
  if (page.h1 !== 1) missing.push(`one h1 (has ${page.h1})`);
  if (redirect) return missing;
  // A page to be framed elsewhere is neither found nor shared.
  if (page.file.startsWith('embed/')) return page.meta.robots === 'noindex' ? missing : [...missing, 'robots'];
  const description = page.meta.description ?? '';
  if (description.trim() === '' || description.length > 160) missing.push(`description (${description.length})`);
  if (page.meta.viewport === undefined) missing.push('viewport');
  const found = page.meta.robots === undefined;
  if (site.site && found && page.canonical !== addressOf(site, page).href)
    missing.push(`canonical (${page.canonical})`);
  if (!site.site && page.canonical !== undefined) missing.push('no canonical without a site');
  if (site.site && found && page.meta['og:url'] !== page.canonical) missing.push('og:url');
  for (const key of ['og:title', 'og:description', 'og:type']) if (!page.meta[key]) missing.push(key);
  return missing;
}

describe.each(SITE_NAMES)('%s', (name) => {
  it('every page has title, description, language, one h1 and, with --site, its canonical address', async () => {
    const site = await testSite(name);
    const pages = await readSite(site);
    const missing = pages.flatMap((page) => lacks(site, page).map((what) => `${page.file}: ${what}`));
    expect(missing).toEqual([]);
  });

  it('no two pages of a kind have the same title, claims apart: two people may say the same', async () => {
    const all = await readSite(await testSite(name));
    const pages = all.filter((page) => page.refresh === undefined && !page.file.startsWith('claims/'));
    const titles = new Map<string, string>();
    const twice = pages.flatMap((page) => {
      const key = `${page.file.split('/').slice(0, -2).join('/')} ${page.title}`;
      const other = titles.get(key);
      titles.set(key, page.file);
      return other === undefined ? [] : `${page.file} and ${other}: ${page.title}`;
    });
    expect(twice).toEqual([]);
  });
});
