import { describe, expect, it } from 'vitest';
import { allKinds, type KindName, kindByFolder } from '../../src/wiki/kinds/index.ts';
import { scales, type Weight } from '../support/page-weight.ts';
import { readSite, type SitePage } from '../support/read-site.ts';
import { CITATIONS, SIXTY_CITATIONS_PAGE } from '../support/sixty-citations.ts';
import { testSite } from '../support/test-sites.ts';

/** Every sort of page: the kinds, and those that are nobody's. */
type Sort =
  | KindName
  | 'home'
  | 'index'
  | 'record'
  | 'two concepts'
  | 'two guests'
  | 'pairs'
  | 'search'
  | 'map'
  | 'paths'
  | 'method'
  | 'embed'
  | 'redirect'
  | '404';

/** Styles and scripts that every page shares, and the three fonts of its text. */
const COMMON = { css: 9_000, js: 5_500, fonts: 48_000 };

/** What the heaviest page of a sort may cost a reader of the bundled archive, in bytes on the wire. */
const BUDGETS: Record<Sort, Weight> = {
  home: { ...COMMON, html: 18_000 },
  index: { ...COMMON, html: 18_000 },
  show: { ...COMMON, html: 12_000 },
  episode: { ...COMMON, html: 12_000 },
  guest: { ...COMMON, html: 15_000 },
  concept: { ...COMMON, html: 23_000 },
  criterion: { ...COMMON, html: 18_500 },
  claim: { ...COMMON, html: 7_500 },
  position: { ...COMMON, html: 9_000 },
  comparison: { ...COMMON, html: 30_000 },
  collection: { ...COMMON, html: 7_000 },
  resource: { ...COMMON, html: 4_500 },
  article: { ...COMMON, html: 11_000 },
  record: { ...COMMON, html: 20_000 },
  pairs: { ...COMMON, html: 7_500 },
  'two concepts': { ...COMMON, html: 26_000 },
  'two guests': { ...COMMON, html: 7_000 },
  search: { ...COMMON, html: 4_000, css: 10_500, js: 24_000 },
  // Sigma, graphology and what draws; all of it for this page alone.
  map: { ...COMMON, html: 16_000, css: 11_000, js: 71_000 },
  paths: { ...COMMON, html: 4_000, css: 10_000, js: 14_000 },
  method: { ...COMMON, html: 5_000 },
  embed: { html: 1_200, css: COMMON.css, js: 3_000, fonts: 0 },
  redirect: { html: 600, css: COMMON.css, js: 0, fonts: 0 },
  '404': { ...COMMON, html: 3_000 },
};

const ALONE: Record<string, Sort> = {
  'index.html': 'home',
  '404.html': '404',
  'search/index.html': 'search',
  'graph/index.html': 'map',
  'paths/index.html': 'paths',
  'method/index.html': 'method',
  'embed/index.html': 'embed',
  'compare/index.html': 'pairs',
};

function sortOf({ file, refresh }: SitePage): Sort | undefined {
  if (refresh !== undefined) return 'redirect';
  const alone = ALONE[file];
  if (alone) return alone;
  const [folder = '', ...rest] = file.split('/');
  if (folder === 'compare') return rest[0] === 'guests' ? 'two guests' : 'two concepts';
  if (file.endsWith('/record/index.html')) return 'record';
  const kind = kindByFolder.get(folder)?.name;
  return kind && (rest.length === 1 ? 'index' : kind);
}

describe('the bundled archive', () => {
  it('has no page that costs a reader more than its sort may', async () => {
    const site = await testSite('bundled');
    const weigh = scales(site);
    const heaviest = new Map<Sort, Weight & { file: string }>();
    const over: string[] = [];
    for (const page of await readSite(site)) {
      const sort = sortOf(page) ?? expect.fail(`which sort of page is ${page.file}?`);
      const weight = await weigh(page);
      for (const [part, bytes] of Object.entries(weight) as [keyof Weight, number][]) {
        const budget = BUDGETS[sort][part];
        if (bytes > budget) over.push(`${page.file}: ${bytes} bytes of ${part}, ${sort} may have ${budget}`);
      }
      if (weight.html > (heaviest.get(sort)?.html ?? -1)) heaviest.set(sort, { ...weight, file: page.file });
    }
    for (const [sort, { file, ...weight }] of [...heaviest].sort())
      console.log(`${sort}: ${Object.values(weight).join(' ')} ${file}`);
    expect(over).toEqual([]);
    // Every kind has pages here, so that every budget is held to something.
    expect(allKinds.map(({ name }) => name).filter((name) => !heaviest.has(name))).toEqual([]);
    expect(Object.keys(BUDGETS).filter((sort) => !heaviest.has(sort as Sort))).toEqual([]);
  });

  it('loads the map on no page of the content', async () => {
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

describe('a comparison page with sixty citations', () => {
  it('stays within 14 kB', async () => {
    const site = await testSite('sixty-citations');
    const page =
      (await readSite(site)).find(({ file }) => file === `${SIXTY_CITATIONS_PAGE}index.html`) ?? expect.fail('no page');
    const cited = page.references.filter(({ value }) => value.startsWith('/claims/'));
    expect(new Set(cited.map(({ value }) => value)).size).toBeGreaterThanOrEqual(CITATIONS);
    expect((await scales(site)(page)).html).toBeLessThanOrEqual(14_000);
  });
});
