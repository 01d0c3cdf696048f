import { describe, expect, it } from 'vitest';
import { listFiles } from '../support/files.ts';
import { addressOf, fileAt, readSite } from '../support/read-site.ts';
import { SITE_NAMES, testSite } from '../support/test-sites.ts';

/** The hostile archive links to addresses that outsiders chose; it has tests of its own. */
const names = SITE_NAMES.filter((name) => name !== 'hostile');

describe.each(names)('%s', (name) => {
  it('has no link, anchor, asset or social picture that leads nowhere', async () => {
    const site = await testSite(name);
    const pages = await readSite(site);
    const files = new Set(await listFiles(site.folder));
    const ids = new Map(pages.map((page) => [page.file, new Set(page.ids)]));
    const broken: string[] = [];
    let checked = 0;
    for (const page of pages) {
      const written = [
        ...page.references.map(({ element, attribute, value }) => ({ where: `${element} ${attribute}`, value })),
        ...['og:image', 'og:url'].flatMap((key) => (page.meta[key] ? { where: key, value: page.meta[key] } : [])),
        ...(page.refresh ? [{ where: 'refresh', value: page.refresh }] : []),
      ];
      for (const { where, value } of written) {
        const target = new URL(value, addressOf(site, page));
        if (target.origin !== addressOf(site, page).origin) continue;
        checked++;
        const file = fileAt(site, target);
        const anchor = decodeURIComponent(target.hash.slice(1));
        if (file === undefined || !files.has(file)) broken.push(`${page.file}: ${where} ${value} is not there`);
        else if (anchor && !ids.get(file)?.has(anchor))
          broken.push(`${page.file}: ${where} ${value} has no such anchor`);
      }
    }
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(pages.length * 5);
  });

  it('fetches nothing from another host', async () => {
    const site = await testSite(name);
    const home = addressOf(site, (await readSite(site))[0] ?? expect.fail()).origin;
    const outside = (await readSite(site)).flatMap((page) =>
      page.references
        .filter(({ element, rel }) => element !== 'a' && !(element === 'link' && rel === 'canonical'))
        .filter(({ value }) => new URL(value, addressOf(site, page)).origin !== home)
        .map(({ element, value }) => `${page.file}: <${element}> ${value}`),
    );
    expect(outside).toEqual([]);
  });

  it('tells other hosts no more than the address of the site', async () => {
    const pages = await readSite(await testSite(name));
    const links = pages.flatMap((page) => page.references.filter((reference) => /^https?:/.test(reference.value)));
    const open = links.filter(({ element, rel }) => element === 'a' && !/\bnoopener\b/.test(rel));
    expect(open).toEqual([]);
  });
});
