import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SSRManifest } from 'astro';
import { PAGES } from './bundle-pages.ts';
import type { Component, PageFrame } from './html-runtime.ts';
import { frameMaker } from './page-frame.ts';
import type { Templates } from './templates.ts';

/** What a file of `src/pages` exports. */
interface PageModule {
  default?: Component;
  getStaticPaths?(): StaticPath[] | Promise<StaticPath[]>;
  GET?(context: { props: unknown; params: unknown; site?: URL }): Response | Promise<Response>;
}

interface StaticPath {
  params: Record<string, string | undefined>;
  props?: Record<string, unknown>;
}

/** A page to be made. */
export interface PlannedPage {
  /** File inside the site, with `/` between folders. */
  file: string;
  /** One of many of its route, and HTML: no matter which thread makes it. */
  isShared: boolean;
  /** What its route gives it, as text. */
  props: string;
  make(): string | Promise<string | Uint8Array>;
}

/** Pages left to Astro: whole routes by their file, single pages by their address without slashes around it. */
export interface LeftToAstro {
  components: ReadonlySet<string>;
  pathnames: ReadonlySet<string>;
}

type Route = SSRManifest['routes'][number]['routeData'];

/** Loads the code of all pages, which runs when a page is first made. */
export async function loadPages({ server }: Templates): Promise<{ manifest: SSRManifest }> {
  return import(pathToFileURL(join(server, PAGES)).href);
}

/**
 * Every page that the compiled templates make, in the order of Astro's routes: where two want an address, the first
 * has it. With `isShared`, those alone.
 */
export async function planPages(
  templates: Templates,
  left: LeftToAstro,
  only: Partial<Pick<PlannedPage, 'isShared'>> = {},
): Promise<PlannedPage[]> {
  const { manifest } = await loadPages(templates);
  const makeFrame = frameMaker(manifest);
  const pages: PlannedPage[] = [];
  const taken = new Set<string>();
  for (const route of manifest.routes) {
    const { component } = route.routeData;
    const load = manifest.pageMap?.get(component);
    if (!load || left.components.has(component)) continue;
    const isShared = component.endsWith('.astro') && route.routeData.params.length > 0;
    // Which addresses an endpoint has may cost as much as making them.
    if (only.isShared && route.routeData.type === 'endpoint') continue;
    const module = (await (await load()).page()) as unknown as PageModule;
    const frame = makeFrame(route, module.default?.moduleId);
    for (const { params, props = {} } of (await module.getStaticPaths?.()) ?? [{ params: {} }]) {
      const pathname = pathOf(route.routeData, params);
      if (taken.has(pathname)) continue;
      taken.add(pathname);
      if (left.pathnames.has(pathname) || (only.isShared && !isShared)) continue;
      pages.push({
        file: fileOf(route.routeData, pathname),
        isShared,
        props: JSON.stringify(props),
        make: maker(module, frame, props, params),
      });
    }
  }
  return pages;
}

function maker(
  { default: page, GET: get }: PageModule,
  frame: PageFrame,
  props: Record<string, unknown>,
  params: StaticPath['params'],
): PlannedPage['make'] {
  if (page?.renderPage) return page.renderPage.bind(page, frame, props);
  if (!get) throw new Error('a file of src/pages exports neither a component nor GET');
  const site = frame.site === undefined ? undefined : new URL(frame.site);
  return async () => new Uint8Array(await (await get({ props, params, site })).arrayBuffer());
}

/** `/[folder]/[...slug]` and its parameters → `concepts/rag`. */
function pathOf(route: Route, params: StaticPath['params']): string {
  const segments = route.segments.map((parts) =>
    parts
      .map(({ content, dynamic, spread }) => {
        if (!dynamic) return content;
        const value = params[spread ? content.replace(/^\.\.\./, '') : content];
        if (value === undefined && !spread) throw new Error(`${route.component} names no ${content}`);
        return (value ?? '').replace(/^\/+|\/+$/g, '').normalize();
      })
      .join(''),
  );
  return segments.filter((segment) => segment !== '').join('/');
}

function fileOf(route: Route, pathname: string): string {
  if (route.type === 'endpoint') return pathname;
  if (pathname === '404' || pathname === '500') return `${pathname}.html`;
  return pathname === '' ? 'index.html' : `${pathname}/index.html`;
}
