import type { Browser, BrowserContext, BrowserContextOptions, Page, ViewportSize } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, serveStatic } from '../../src/workspace/static-server.ts';
import { launchBrowser } from './browser.ts';
import { type SiteName, type TestSite, testSite } from './test-sites.ts';

export interface OpenSite {
  site: TestSite;
  /** Address of the first page. */
  address: string;
  browser: Browser;
  /** A page in a context of its own, which `prepare` sees before the address is asked for; it goes away with the browser. */
  open(path: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>): Promise<OpenPage>;
  /**
   * Looks at a page in a tab that other visits have used and will use: a new context for each costs the browser as much
   * as the page itself. For looking alone: what is stored there stays. A tab whose visit fails is not used again.
   */
  visit(path: string, look: Look, work: (opened: OpenPage) => Promise<void>): Promise<void>;
}

/** How a visitor's browser is. */
export interface Look {
  colorScheme?: 'light' | 'dark';
  viewport?: ViewportSize;
}

/** What Playwright gives a page that asks for nothing else. */
const PLAIN: Required<Look> = { colorScheme: 'light', viewport: { width: 1280, height: 720 } };

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** Addresses asked for so far, those on other hosts apart. */
  asked: { here: string[]; elsewhere: string[] };
  /** Messages of level error in the console, and exceptions. */
  errors: string[];
}

/** Serves a site and starts a browser for the tests of a file. Nothing ever leaves this machine. */
export function openSite(name: SiteName, options: Parameters<typeof launchBrowser>[0] = {}): () => OpenSite {
  let opened: OpenSite | undefined;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    const site = await testSite(name);
    server = await serveStatic(site.folder, site.base, 0);
    const { address } = server;
    const browser = await launchBrowser(options);
    const idle: OpenPage[] = [];
    opened = {
      site,
      address,
      browser,
      open: (path, options, prepare) => openPage(browser, address, path, options, prepare),
      async visit(path, look, work) {
        const opened = idle.pop() ?? (await openTab(browser, address));
        const { colorScheme, viewport } = { ...PLAIN, ...look };
        await opened.page.emulateMedia({ colorScheme });
        await opened.page.setViewportSize(viewport);
        for (const list of [opened.asked.here, opened.asked.elsewhere, opened.errors]) list.length = 0;
        await opened.page.goto(new URL(path, address).href);
        await work(opened);
        // What the page still sends belongs to this visit.
        await opened.page.goto('about:blank');
        idle.push(opened);
      },
    };
  });
  afterAll(async () => {
    await opened?.browser.close();
    await server?.close();
  });
  return () => {
    if (!opened) throw new Error('the site is open while tests run');
    return opened;
  };
}

async function openPage(
  browser: Browser,
  address: string,
  path: string,
  options?: BrowserContextOptions,
  prepare?: (page: Page) => Promise<void>,
): Promise<OpenPage> {
  const opened = await openTab(browser, address, options);
  await prepare?.(opened.page);
  await opened.page.goto(new URL(path, address).href);
  return opened;
}

/** An empty page in a context of its own. */
async function openTab(browser: Browser, address: string, options?: BrowserContextOptions): Promise<OpenPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const opened: OpenPage = { page, context, asked: { here: [], elsewhere: [] }, errors: [] };
  const { origin } = new URL(address);
  await context.route(
    (url) => url.origin !== origin && /^https?:$/.test(url.protocol),
    (route) => {
      opened.asked.elsewhere.push(route.request().url());
      return route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Elsewhere</title>' });
    },
  );
  page.on('request', (request) => {
    if (new URL(request.url()).origin === origin) opened.asked.here.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') opened.errors.push(message.text());
  });
  page.on('pageerror', (error) => opened.errors.push(error.message));
  return opened;
}
