import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { listFiles } from './files.ts';
import type { TestSite } from './test-sites.ts';

/** An attribute that makes a browser go or fetch somewhere. */
export interface Reference {
  element: string;
  attribute: string;
  value: string;
  rel: string;
}

/** What a browser sees in a page, before any script runs. */
export interface SitePage {
  /** Path of the file inside the site. */
  file: string;
  title: string;
  lang: string;
  h1: number;
  meta: Record<string, string>;
  canonical?: string;
  /** Address a redirect page leads to. */
  refresh?: string;
  ids: string[];
  references: Reference[];
  /** Source of every script element that loads a file. */
  scripts: string[];
  /** Text of every script element that stands in the page and is no data, rules for browsers included. */
  inlineScripts: string[];
  /** Text of every script element that holds data. */
  data: string[];
  /** Attributes that would run code, as `element attribute`. */
  handlers: string[];
  elements: string[];
  /** Text of the page with white space made one. */
  text: string;
}

const known = new Map<string, Promise<SitePage[]>>();

/** Every HTML file of a site, parsed by a browser. */
export function readSite(site: TestSite): Promise<SitePage[]> {
  let pages = known.get(site.name);
  if (!pages) {
    pages = parsePages(site.folder);
    known.set(site.name, pages);
  }
  return pages;
}

async function parsePages(folder: string): Promise<SitePage[]> {
  const files = (await listFiles(folder)).filter((file) => file.endsWith('.html'));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    return await page.evaluate(
      (sources) =>
        sources.map(({ file, html }) => {
          const document = new DOMParser().parseFromString(html, 'text/html');
          const all = [...document.querySelectorAll('*')];
          const ADDRESSES = ['href', 'src', 'srcset', 'poster', 'data', 'action', 'formaction', 'xlink:href', 'ping'];
          const refresh = document.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content');
          return {
            file,
            title: document.title,
            lang: document.documentElement.lang,
            h1: document.querySelectorAll('h1').length,
            meta: Object.fromEntries(
              [...document.querySelectorAll('meta[name], meta[property]')].map((meta) => [
                meta.getAttribute('name') ?? meta.getAttribute('property') ?? '',
                meta.getAttribute('content') ?? '',
              ]),
            ),
            canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? undefined,
            refresh: refresh?.replace(/^\d+;\s*url=/, ''),
            ids: all.flatMap((element) => element.id || []),
            references: all.flatMap((element) =>
              ADDRESSES.flatMap((attribute) => {
                const value = element.getAttribute(attribute);
                if (value === null) return [];
                return { element: element.localName, attribute, value, rel: element.getAttribute('rel') ?? '' };
              }),
            ),
            scripts: [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? ''),
            inlineScripts: [...document.querySelectorAll('script:not([src], [type$="json"])')].map(
              (script) => script.textContent ?? '',
            ),
            data: [...document.querySelectorAll('script[type$="json"]')].map((script) => script.textContent ?? ''),
            handlers: all.flatMap((element) =>
              element
                .getAttributeNames()
                .filter((name) => name.startsWith('on') || name === 'srcdoc' || name === 'style')
                .map((name) => `${element.localName} ${name}`),
            ),
            elements: [...new Set(all.map((element) => element.localName))].sort(),
            text: (document.body.textContent ?? '').replace(/\s+/g, ' ').trim(),
          };
        }),
      files.map((file, index) => ({ file, html: texts[index] ?? '' })),
    );
  } finally {
    await browser.close();
  }
}

/** Where a reader stands on a page: its address below the base. */
export function addressOf(site: TestSite, page: SitePage): URL {
  return new URL(site.base + page.file.replace(/(^|\/)index\.html$/, '$1'), site.site ?? 'https://archive.test');
}

/** File an address inside the site names; undefined for other hosts and for addresses above the base. */
export function fileAt(site: TestSite, address: URL): string | undefined {
  const path = decodeURIComponent(address.pathname);
  if (address.origin !== new URL(site.site ?? 'https://archive.test').origin || !path.startsWith(site.base))
    return undefined;
  const file = path.slice(site.base.length);
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}
