import { join, resolve } from 'node:path';
import { compareText } from '../wiki/text/order.ts';
import type { Reads } from '../wiki/views/reads.ts';
import { NotLoadedError } from './highlighter.ts';
import type { LoadedSite } from './load-site.ts';
import type { PageOutput } from './page-output.ts';
import { PROJECT_ROOT } from './project-root.ts';
import type { KeptPage } from './rebuild/kept-pages.ts';
import type { Rebuild } from './rebuild/rebuild.ts';
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
  /** The part of the pages to render. */
  shard?: Shard;
  /** What `leftToAstro` answered, where it has been asked. */
  left?: LeftToAstro;
}

/** Who helps to render. */
export interface Help {
  /** Threads that are ready, or will be. */
  threads?: PageThreads;
  /** Knows which pages of the published site stay as they are: those are in the output already. */
  rebuild?: Rebuild;
  /** So many pages may be made while the others are still taken over; they wait in memory. */
  ahead?: number;
  /** Starts threads for these files alone, where that is worth it: only then is it known how many there are. */
  call?(files: readonly string[]): PageThreads | undefined;
}

/** Renders every page of a site: from compiled templates, with other threads, or without them, by Astro alone. */
export async function renderSite(
  site: LoadedSite,
  templates: Templates | undefined,
  output: PageOutput,
  options: RenderOptions,
  { threads, rebuild, call, ahead: most = 0 }: Help = {},
): Promise<void> {
  const left = templates && (options.left ?? (await leftToAstro(site)));
  if (templates && left) {
    const planned = await planPages(templates, left);
    const taken = rebuild?.unchanged(planned) ?? new Map<string, KeptPage>();
    const stale = planned.filter(({ file }) => !taken.has(file));
    const ahead: MadePage[] = [];
    if (rebuild?.hasOld && stale.length <= most) {
      for (const page of [...ownPages(stale), ...sharedPages(stale, undefined)]) {
        ahead.push(await makePage(page, rebuild.reads));
      }
    }
    await rebuild?.takeOver(taken, output);
    output.takeAll(templates.site);
    const made = ahead.map((page) => writePage(page, output));
    const done = new Set(ahead.map(({ file }) => file));
    const pages = planned.filter(({ file }) => !taken.has(file) && !done.has(file));
    // What is made once may draw on everything, the map for one: that stays with the thread that has made it.
    const own = [shareOf(ownPages(pages), options.shard)];
    made.push(...(await writePages(own, output, rebuild?.reads)));
    const shared = sharedPages(pages, options.shard);
    const helping = threads ?? call?.(shared.map(({ file }) => file));
    made.push(...(await writePages(helping?.batches.of(shared) ?? [shared], output, rebuild?.reads)));
    const others = (await helping?.finish(shared)) ?? [];
    for (const { files, bytes } of others) output.count(files, bytes);
    rebuild?.gather(taken.values(), made, others);
    if (left.components.size + left.pathnames.size === 0 || !isFirst(options.shard)) return;
  }
  await site.ready();
  await renderByAstro(options, left);
  output.takeAll(join(options.workshop, 'astro'));
}

function ownPages(pages: readonly PlannedPage[]): readonly PlannedPage[] {
  return pages.filter((page) => !page.isShared);
}

/** Pages that threads share, of this part of the site. Neighbours on the disk are made one after the other: they are made of the same. */
export function sharedPages(pages: readonly PlannedPage[], shard: Shard | undefined): readonly PlannedPage[] {
  const shared = pages.filter((page) => page.isShared);
  return shareOf(
    shared.sort((left, right) => compareText(left.file, right.file)),
    shard,
  );
}

/** A page before it is written. */
type MadePage = Omit<KeptPage, 'stamp'> & { content: string | Uint8Array };

/** Makes pages one after the other, and notes what each was made from. */
export async function writePages(
  batches: Iterable<readonly PlannedPage[]>,
  output: PageOutput,
  reads: Reads | undefined,
): Promise<KeptPage[]> {
  const written: KeptPage[] = [];
  for (const batch of batches) {
    for (const page of batch) written.push(writePage(await makePage(page, reads), output));
  }
  return written;
}

async function makePage({ file, props, make }: PlannedPage, reads: Reads | undefined): Promise<MadePage> {
  const content = await madeOf(make, reads);
  return { file, props, content, reads: reads?.end() ?? new Uint32Array() };
}

async function madeOf(make: PlannedPage['make'], reads: Reads | undefined): Promise<string | Uint8Array> {
  try {
    reads?.begin();
    const made = make();
    return typeof made === 'string' ? made : await made;
  } catch (problem) {
    if (!(problem instanceof NotLoadedError)) throw problem;
    await problem.load();
    return madeOf(make, reads);
  }
}

function writePage({ content, ...page }: MadePage, output: PageOutput): KeptPage {
  return { ...page, stamp: output.write(page.file, content) };
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
