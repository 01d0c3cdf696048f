import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../support/check.ts';
import { readFiles } from '../support/files.ts';
import { addressOf, fileAt, readSite } from '../support/read-site.ts';
import { type SiteName, type TestSite, testSite } from '../support/test-sites.ts';

interface Entry {
  address: string;
  date?: string;
}

async function sitemap(site: TestSite): Promise<Entry[]> {
  const xml = await readFile(join(site.folder, 'sitemap.xml'), 'utf8');
  return [...xml.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>/g)].map((match) => ({
    address: match[1] ?? '',
    ...(match[2] ? { date: match[2] } : {}),
  }));
}

describe('sitemap', () => {
  it('dates a page by its newest evidence, and a page without evidence not at all', async () => {
    const site = await testSite('every-kind-docs');
    const dates = Object.fromEntries(
      (await sitemap(site)).map(({ address, date }) => [address.slice('https://archive.test/docs/'.length), date]),
    );
    expect(dates).toMatchObject({
      'claims/looking-things-up/facts-in-index/': '2023-07-29',
      'claims/building-the-engine/drawings-first/': '2024-02-29',
      'episodes/looking-things-up/': '2023-07-29',
      'concepts/search/': '2024-02-29',
      'comparisons/rag-vs-fine-tuning/': '2024-02-29',
    });
    for (const path of ['', 'method/', 'concepts/', 'claims/lost-tape/no-recording/', 'episodes/lost-tape/']) {
      expect([path, path in dates, dates[path]]).toEqual([path, true, undefined]);
    }
  });

  const NAMES: SiteName[] = ['every-kind-docs', 'generated', 'empty', 'bundled'];
  it.each(NAMES)('names every page once, no redirect, nothing else (%s)', async (name) => {
    const site = await testSite(name);
    const pages = await readSite(site);
    const named = (await sitemap(site)).map(({ address }) => fileAt(site, new URL(address)));
    expect(new Set(named).size).toBe(named.length);
    // The index of a kind that has no page is there for who guesses its address.
    const folders = new Set(
      pages.filter(({ file }) => file.split('/').length > 2).map(({ file }) => file.split('/')[0]),
    );
    const expected = pages
      .filter(({ refresh, meta }) => refresh === undefined && meta.robots === undefined)
      .map(({ file }) => file)
      .filter(
        (file) =>
          !/^\w+\/index\.html$/.test(file) || /^(?:graph|method|paths)\//.test(file) || folders.has(file.split('/')[0]),
      );
    expect([...named].sort()).toEqual(expected.sort());
  });

  it.each(NAMES)('holds no date that is not a date of the content (%s)', async (name) => {
    const site = await testSite(name);
    const { graph } = compile(await readFiles(site.content));
    const known = new Set(graph.ofKind('episode').map((episode) => episode.data.date));
    for (const { date } of await sitemap(site)) if (date !== undefined) expect(known).toContain(date);
  });

  it('is named by robots.txt, and neither is there without an address', async () => {
    const site = await testSite('every-kind-docs');
    const robots = await readFile(join(site.folder, 'robots.txt'), 'utf8');
    expect(robots).toContain('Sitemap: https://archive.test/docs/sitemap.xml');
    const { folder } = await testSite('every-kind');
    await expect(readFile(join(folder, 'sitemap.xml'))).rejects.toThrow('ENOENT');
    await expect(readFile(join(folder, 'robots.txt'))).rejects.toThrow('ENOENT');
  });
});

describe('old names', () => {
  it.each([
    ['concepts/rag/', 'concepts/retrieval-augmented-generation/'],
    ['concepts/information-retrieval/', 'concepts/search/'],
    ['concepts/ubersuche/', 'concepts/search/'],
    ['guests/countess-of-lovelace/', 'guests/ada-lovelace/'],
    ['comparisons/index-or-model/', 'comparisons/rag-vs-fine-tuning/'],
    ['comparisons/fine-tuning-vs-rag/', 'comparisons/rag-vs-fine-tuning/'],
  ])('%s leads to %s', async (from, to) => {
    for (const name of ['every-kind', 'every-kind-docs'] satisfies SiteName[]) {
      const site = await testSite(name);
      const pages = await readSite(site);
      const page = pages.find(({ file }) => file === `${from}index.html`) ?? expect.fail(`no ${from}`);
      expect(page.refresh).toBe(site.base + to);
      expect(page.references.some(({ element, value }) => element === 'a' && value === site.base + to)).toBe(true);
      expect(page.meta.robots).toBe('noindex');
      if (site.site) expect(page.canonical).toBe(`${site.site}${site.base}${to}`);
      expect(addressOf(site, page).pathname).toBe(site.base + from);
    }
  });
});
