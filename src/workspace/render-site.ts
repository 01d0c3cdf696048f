import { join, resolve } from 'node:path';
import type { LoadedSite } from './load-site.ts';
import { PageOutput } from './page-output.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { isFirst, type Shard, shareOf } from './shards.ts';
import { type LeftToAstro, planPages } from './templates/plan-pages.ts';
import type { Templates } from './templates/templates.ts';
import { pagesForAstro } from './templates/which-renderer.ts';

export interface RenderOptions {
  base: string;
  site?: string;
  /** Folder of this build alone, for what is thrown away. */
  workshop: string;
  /** Folder that becomes the site. */
  staging: string;
  /** The part of the pages to render. */
  shard?: Shard;
}

/** Renders every page of a site into `staging`: from compiled templates or, without them, by Astro alone. */
export async function renderSite(
  site: LoadedSite,
  templates: Templates | undefined,
  options: RenderOptions,
): Promise<void> {
  const output = new PageOutput(options.staging);
  const left = templates && (await leftToAstro(site));
  if (templates && left) {
    const pages = await planPages(templates, left);
    output.takeAll(templates.site);
    for (const page of shareOf(pages, options.shard)) {
      const made = page.make();
      output.write(page.file, typeof made === 'string' ? made : await made);
    }
    if (left.components.size + left.pathnames.size === 0 || !isFirst(options.shard)) return;
  }
  await renderByAstro(options, left);
  output.takeAll(join(options.workshop, 'astro'));
}

/** Pages that use what only Astro has, and texts that are code. */
async function leftToAstro(site: LoadedSite): Promise<LeftToAstro> {
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
