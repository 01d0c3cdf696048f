import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { hostingFiles } from '../exports/hosting-files.ts';
import { robots, sitemaps } from '../exports/sitemap.ts';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { hasErrors } from '../wiki/diagnostics/diagnostic.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { keptIndexes, SEARCH_FOLDER, startSearchIndex } from './build-search.ts';
import { compileContent } from './compile-content.ts';
import { keepMapLock } from './keep-map-lock.ts';
import { keptMemoryPath, openMemory } from './kept-memory.ts';
import { normaliseBase, prepareSite } from './load-site.ts';
import { PageOutput } from './page-output.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { checkOutput, discard, moveFolder, openStaging, openWorkshop, publish } from './publish.ts';
import { readContent } from './read-content.ts';
import { readEvidence } from './read-evidence.ts';
import { keepSpare } from './rebuild/old-site.ts';
import { Rebuild } from './rebuild/rebuild.ts';
import { leftToAstro, renderSite } from './render-site.ts';
import { isFirst, type Shard, writeShardRecord } from './shards.ts';
import { setSite } from './site.ts';
import { openTemplates } from './templates/templates.ts';
import { PageThreads, threadsFor } from './threads/page-threads.ts';
import { writeSchemas } from './write-schemas.ts';

export interface BuildOptions {
  content: string;
  out: string;
  site?: string;
  base?: string;
  /** Leaves every page to Astro's own engine: slower, and the same bytes. */
  astroOnly?: boolean;
  /** Builds one part of the site, for `mergeOutput`. */
  shard?: Shard;
  /** Leaves the content folder as it is: where pages stand on the map is not written down. */
  frozen?: boolean;
  /** Makes every page, whatever is kept of the published site. */
  isClean?: boolean;
  /** Threads that render pages; as many as are worth it when left out. The site is the same. */
  threads?: number;
  /** Told as each stage begins. */
  onStage?(name: string): void;
  /** Told what the content has to say, before anything is rendered. */
  onChecked?(wiki: Wiki, files: readonly SourceFile[]): void;
}

/** Pages to make again below which another thread is not ready before the first has finished. */
const WORTH_A_CALL = 1500;
/** Pages to make again that may wait in memory: some are of 300 kB. */
const FEW_PAGES = 256;

export interface BuildReport {
  /** Whether positions of new pages were written into the content folder. */
  isLocked: boolean;
  /** Time that passed, and processor time of this process: on a busy machine the second tells more. */
  stages: { name: string; ms: number; cpuMs: number }[];
  pages: number;
  files: number;
  bytes: number;
  /** Largest resident set of this process. */
  peakRssBytes: number;
}

/**
 * Content folder → finished site. With errors in the content nothing is rendered and `undefined` is answered;
 * what was published before stays as it is until the new site is whole.
 */
export async function buildSite(options: BuildOptions): Promise<BuildReport | undefined> {
  // Whatever the terminal says: with another value Vite makes pages for whoever writes, without the content policy.
  process.env.NODE_ENV = 'production';
  const stages: BuildReport['stages'] = [];
  async function stage<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    options.onStage?.(name);
    const start = performance.now();
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    stages.push({ name, ms: Math.round(performance.now() - start), cpuMs: Math.round((user + system) / 1000) });
    return result;
  }

  const base = normaliseBase(options.base);
  await checkOutput(options.out, options.content);
  const workshop = await openWorkshop(join(PROJECT_ROOT, '.onrecord'));
  const searchFolder = join(workshop, SEARCH_FOLDER);
  const jobs: { abandon(): void | Promise<void> }[] = [];
  const { shard } = options;
  let staging: string | undefined;
  // Only a site that is made page by page is any use to the next build.
  const retire = (site: string) => (options.astroOnly || shard ? discard(site) : keepSpare(site, options.out));
  try {
    // The pages' code does not depend on the content: where it has to be compiled, that goes on beside the checking.
    const templates = options.astroOnly ? undefined : await openTemplates({ base, site: options.site }, workshop);
    if (templates) jobs.push(templates);
    const target = await openStaging(options.out);
    staging = target;
    const rebuild =
      templates && !shard ? await Rebuild.open(options.out, templates.key, target, options.isClean) : undefined;
    if (rebuild) jobs.push(rebuild);
    const [files, memory] = await stage('read', () =>
      Promise.all([readContent(options.content), openMemory(keptMemoryPath(options.content))]),
    );
    const content = resolve(options.content);
    const compiledBefore = templates?.isCompiling ? undefined : await templates?.ready;
    const start = { files, content, base, templates: compiledBefore };
    const count = options.threads ?? threadsFor(files, templates?.isCompiling ?? false);
    // Where most pages stay as they are, none is needed.
    let threads = templates && !rebuild?.hasOld ? new PageThreads(start, count) : undefined;
    if (threads) jobs.push(threads);
    const wiki = await stage('check', async () =>
      compileContent(options.content, files, await readEvidence(options.content), threads?.lines),
    );
    options.onChecked?.(wiki, files);
    if (hasErrors(wiki.diagnostics)) return undefined;

    const { reads, rankings } = rebuild ?? {};
    const site = await stage('views', () =>
      prepareSite(files, wiki, { content, base, reads, rankings, memory, isLate: rebuild?.hasOld }),
    );
    rebuild?.begin(site);
    setSite(site);
    const left = templates && (await leftToAstro(site));
    // The next two hold this thread, and the others need not wait for them. Code that does not compile is told below.
    templates?.ready.then(
      (compiled) => left && threads?.begin({ templates: compiled, left, shard, staging: target }, wiki),
      () => undefined,
    );
    const search = isFirst(shard)
      ? await stage('records', () =>
          startSearchIndex(site.context, workshop, searchFolder, {
            content,
            kept: keptIndexes(content),
            earlier: join(options.out, SEARCH_FOLDER),
            ...rebuild?.searched,
          }),
        )
      : undefined;
    if (search) jobs.push(search);
    if (isFirst(shard)) await stage('map', () => site.mapFiles());
    const compiled = templates && (await stage('templates', () => templates.ready));
    const output = new PageOutput(target, { replaces: rebuild?.hasOld });
    const call = (only: readonly string[]) => {
      if (!compiled || !left || (only.length < WORTH_A_CALL && options.threads === undefined)) return undefined;
      threads = new PageThreads(start, count);
      jobs.push(threads);
      threads.begin({ templates: compiled, left, staging: target, only: new Set(only) }, wiki);
      return threads;
    };
    const rendering = { base, site: options.site, workshop, shard, left };
    const ahead = options.threads === undefined ? FEW_PAGES : 0;
    const help = { threads, rebuild, ahead, call: rebuild?.hasOld ? call : undefined };
    await stage('pages', () => renderSite(site, compiled, output, rendering, help));
    await memory.save();
    if (search) {
      await stage('search', () => search.finished);
      await moveFolder(searchFolder, join(target, SEARCH_FOLDER));
    }
    if (shard && compiled) await writeShardRecord(target, shard, compiled.key, files, wiki);
    await stage('sitemap', async () => {
      if (!isFirst(shard)) return;
      output.countAll(SEARCH_FOLDER);
      await writeSchemas(join(target, 'schemas'));
      output.countAll('schemas');
      for (const { path, text } of hostingFiles(site.frame)) output.write(path, text);
      if (!options.site) return;
      const address = new URL(options.site);
      for (const file of sitemaps(site.context, address)) output.write(file.path, file.text);
      output.write('robots.txt', robots(base, address));
    });
    await stage('publish', () => publish(target, options.out, { retire }));
    staging = undefined;
    if (rebuild) await stage('keep', () => rebuild.keep());
    const isLocked = isFirst(shard) && !options.frozen && (await keepMapLock(site));
    const peakRssBytes = process.resourceUsage().maxRSS * 1024;
    return { stages, pages: site.pages.length, isLocked, files: output.files, bytes: output.bytes, peakRssBytes };
  } finally {
    for (const job of jobs) await job.abandon();
    if (staging) await retire(staging);
    await discard(workshop);
  }
}
