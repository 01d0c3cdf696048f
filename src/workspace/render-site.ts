import { join, resolve } from 'node:path';
import { compareText } from '../wiki/text/order.ts';
import type { LoadedSite } from './load-site.ts';
import { PageOutput } from './page-output.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { isFirst, type Shard, shareOf } from './shards.ts';
import { type LeftToAstro, type PlannedPage, planPages } from './templates/plan-pages.ts';
import type { Templates } from './templates/templates.ts';
import { pagesForAstro } from './templates/which-renderer.ts';
import type { PageThreads } from './threads/page-threads.ts';

export interface RenderOptions {
  base: string;
  site?: string;
  /** Folder of this build alone, for what is thrown away. */
  workshop: string;
  /** Folder that becomes the site. */
  staging: string;
  /** The part of the pages to render. */
  shard?: Shard;
  /** What `leftToAstro` answered, where it has been asked. */
  left?: LeftToAstro;
}

/** Renders every page of a site into `staging`: from compiled templates, with other threads, or without them, by Astro alone. */
export async function renderSite(
  site: LoadedSite,
  templates: Templates | undefined,
  options: RenderOptions,
  threads?: PageThreads,
): Promise<void> {
  const output = new PageOutput(options.staging);
  const left = templates && (options.left ?? (await leftToAstro(site)));
  if (templates && left) {
    const pages = await planPages(templates, left);
    output.takeAll(templates.site);
    // What is made once may draw on everything, the map for one: that stays with the thread that has made it.
    await writePages(
      [
        shareOf(
          pages.filter((page) => !page.isShared),
          options.shard,
        ),
      ],
      output,
    );
    const shared = sharedPages(pages, options.shard);
    await writePages(threads?.batches.of(shared) ?? [shared], output);
    await threads?.finish(shared);
    if (left.components.size + left.pathnames.size === 0 || !isFirst(options.shard)) return;
  }
  await renderByAstro(options, left);
  output.takeAll(join(options.workshop, 'astro'));
}

/** Pages that threads share, of this part of the site. Neighbours on the disk are made one after the other: they are made of the same. */
export function sharedPages(pages: readonly PlannedPage[], shard: Shard | undefined): readonly PlannedPage[] {
  const shared = pages.filter((page) => page.isShared);
  return shareOf(
    shared.sort((left, right) => compareText(left.file, right.file)),
    shard,
  );
}

export async function writePages(batches: Iterable<readonly PlannedPage[]>, output: PageOutput): Promise<void> {
  for (const batch of batches) {
    for (const page of batch) {
      const made = page.make();
      output.write(page.file, typeof made === 'string' ? made : await made);
    }
  }
}

/** Pages that use what only Astro has, and texts that are code. */
export async function leftToAstro(site: LoadedSite): Promise<LeftToAstro> {
  const texts = site.wiki.graph.nodes.filter((node) =>
    node.proses.some((prose) => prose.field.length === 0 && prose.format === 'mdx' && prose.source.trim() !== ''),
  );
  const ids = new Set(texts.map((node) => node.id));
  const pathnames = site.pages.filter((page) => ids.has(page.id)).map((page) => page.path.replace(/\/$/, ''));
  return { components: await pagesForAstro(), pathnames: new Set(pathnames) };
}

/** Astro's own build into `astro` in the workshop: all pages, or those that are left to it. */
async function renderByAstro(options: RenderOptions, only: LeftToAstro | undefined): Promise<void> {
  // Loaded when needed: most sites are rendered without it.
  const { build } = await import('astro');
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Astro writes the code that renders below the working directory and imports packages from there.
  const startedIn = process.cwd();
  process.chdir(PROJECT_ROOT);
  try {
    await build({
      root: PROJECT_ROOT,
      outDir: resolve(options.workshop, 'astro'),
      cacheDir: resolve(options.workshop, 'cache'),
      vite: { cacheDir: resolve(options.workshop, 'cache/vite') },
      base: options.base,
      ...(options.site ? { site: options.site } : {}),
      logLevel: 'error',
      integrations: [
        {
          name: 'on-record:left-to-astro',
          hooks: {
            'astro:build:start': ({ setPrerenderer }) => {
              if (!only) return;
              setPrerenderer((astro) => ({
                ...astro,
                getStaticPaths: async () =>
                  (await astro.getStaticPaths()).filter(
                    ({ pathname, route }) =>
                      only.components.has(route.component) || only.pathnames.has(pathname.replace(/^\/+|\/+$/g, '')),
                  ),
              }));
            },
          },
        },
      ],
    });
  } finally {
    process.chdir(startedIn);
  }
}
