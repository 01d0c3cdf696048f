import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSite, type SitePage } from '../support/read-site.ts';
import { CITATIONS, SIXTY_CITATIONS_PAGE } from '../support/sixty-citations.ts';
import { type SiteName, testSite } from '../support/test-sites.ts';

/** What a comparison page with sixty citations may cost a reader, in bytes on the wire. */
const BUDGETS = { html: 14_000, css: 9_000, js: 6_000 };

async function weigh(name: SiteName, path: string): Promise<typeof BUDGETS & { page: SitePage }> {
  const site = await testSite(name);
  const page = (await readSite(site)).find(({ file }) => file === `${path}index.html`) ?? expect.fail(`no ${path}`);
  const wire = async (file: string) => gzipSync(await readFile(join(site.folder, file)), { level: 9 }).length;
  const total = async (files: string[]) => (await Promise.all(files.map(wire))).reduce((sum, size) => sum + size, 0);
  const sheets = page.references.filter(({ element, rel }) => element === 'link' && rel === 'stylesheet');
  const sizes = {
    html: await wire(page.file),
    css: await total(sheets.map(({ value }) => value.slice(1))),
    js: await total(await withImports(site.folder, page.scripts)),
  };
  console.log(`${path}: HTML ${sizes.html}, CSS ${sizes.css}, JS ${sizes.js} bytes, gzip`);
  return { ...sizes, page };
}

/** Scripts a page runs at once: those it names and what they import; what waits for a reader's wish is not counted. */
async function withImports(folder: string, sources: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const visit = async (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    const code = await readFile(join(folder, path), 'utf8');
    for (const [, , name] of code.matchAll(/\b(?:from|import)\s*(["'`])\.\/([\w.-]+\.js)\1/g))
      await visit(`_astro/${name}`);
  };
  for (const source of sources) await visit(source.slice(1));
  return [...found];
}

describe('a comparison page with sixty citations', () => {
  it('stays within its budgets', async () => {
    const { html, css, js, page } = await weigh('sixty-citations', SIXTY_CITATIONS_PAGE);
    const cited = page.references.filter(({ value }) => value.startsWith('/claims/'));
    expect(new Set(cited.map(({ value }) => value)).size).toBeGreaterThanOrEqual(CITATIONS);
    expect(html).toBeLessThanOrEqual(BUDGETS.html);
    expect(css).toBeLessThanOrEqual(BUDGETS.css);
    expect(js).toBeLessThanOrEqual(BUDGETS.js);
  });
});

/** The same for the full page: every section, twice the citations, 120 claims behind it. */
const FULL_BUDGETS = { html: 30_000, css: 10_000, js: 8_000 };

describe('the comparison of the bundled archive', () => {
  it('stays within the budgets of a full page', async () => {
    const { html, css, js } = await weigh('bundled', 'comparisons/rag-vs-fine-tuning/');
    expect(html).toBeLessThanOrEqual(FULL_BUDGETS.html);
    expect(css).toBeLessThanOrEqual(FULL_BUDGETS.css);
    expect(js).toBeLessThanOrEqual(FULL_BUDGETS.js);
  });
});

/** The map's page: Sigma, graphology and what draws; all of it for this page alone. */
const MAP_BUDGETS = { html: 16_000, css: 11_000, js: 71_000 };

describe('the map of the bundled archive', () => {
  it('stays within its budgets', async () => {
    const { html, css, js } = await weigh('bundled', 'graph/');
    expect(html).toBeLessThanOrEqual(MAP_BUDGETS.html);
    expect(css).toBeLessThanOrEqual(MAP_BUDGETS.css);
    expect(js).toBeLessThanOrEqual(MAP_BUDGETS.js);
  });

  it('is loaded by no page of the content', async () => {
    const site = await testSite('bundled');
    const pages = await readSite(site);
    const map = pages.find(({ file }) => file === 'graph/index.html') ?? expect.fail('no map');
    const own = map.scripts.filter(
      (script) => !pages.find(({ file }) => file === 'index.html')?.scripts.includes(script),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const page of pages) {
      if (page === map) continue;
      expect([page.file, page.scripts.filter((script) => own.includes(script))]).toEqual([page.file, []]);
      expect([page.file, page.references.filter(({ value }) => value.endsWith('.bin'))]).toEqual([page.file, []]);
    }
  });
});
