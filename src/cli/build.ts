import { writeFile } from 'node:fs/promises';
import { formatSummary } from '../wiki/diagnostics/format-text.ts';
import { MAP_LOCK_FILE } from '../wiki/graph/layout/map-lock.ts';
import { count } from '../wiki/text/plain.ts';
import { buildSite } from '../workspace/build-site.ts';
import { parseShard } from '../workspace/shards.ts';
import { pathPrefix, printDiagnostics } from './check.ts';
import { type Call, contentOption, defineCommand, type Option, UsageError } from './define-command.ts';

/** More threads than any machine has use for: each compiles the whole content. */
const MOST_THREADS = 64;

export const buildOptions: Record<string, Option> = {
  content: contentOption,
  out: { type: 'string', value: 'DIR', help: 'Where the finished site goes', default: 'dist' },
  site: { type: 'string', value: 'URL', help: 'Address it will have; needed for sitemap, canonical and social tags' },
  base: { type: 'string', value: 'PATH', help: 'Path it will be served under', default: '/' },
};

export const build = defineCommand({
  name: 'build',
  summary: 'Checks the content and builds the site.',
  options: {
    ...buildOptions,
    shard: { type: 'string', value: 'N/M', help: 'Builds one of M parts, for `merge-output`' },
    astro: { type: 'boolean', help: 'Renders every page by Astro’s own engine: slower, and the same bytes' },
    clean: { type: 'boolean', help: 'Makes every page, whatever is kept of the site that is there' },
    threads: { type: 'string', value: 'N', help: 'Threads that render pages; as many as are worth it when left out' },
    frozen: { type: 'boolean', help: `Leaves ${MAP_LOCK_FILE} as it is` },
    timings: { type: 'string', value: 'FILE', help: 'Writes milliseconds a stage, pages, bytes and memory as JSON' },
  },
  details: `With errors in the content nothing is rendered and the last finished site stays as it was.
A finished site replaces the old one in one step. Where new pages stand on the map is then written into the content
folder, in ${MAP_LOCK_FILE}, so that they are found there again.`,
  async run({ options }) {
    return (await runBuild({ options, positionals: [] })) ? 0 : 1;
  },
});

/** Builds and tells the terminal; false when the content has errors. */
export async function runBuild({ options }: Call): Promise<boolean> {
  const content = String(options.content);
  if (options.site !== undefined && !/^https?:\/\/[^/]/.test(URL.parse(String(options.site))?.href ?? '')) {
    throw new UsageError(`\`${options.site}\` is not an address such as https://example.org`);
  }
  const shard = options.shard === undefined ? undefined : parseShard(String(options.shard));
  if (options.shard !== undefined && !shard) throw new UsageError(`\`${options.shard}\` is not a part such as 3/8`);
  if (shard && options.astro) throw new UsageError('`--astro` builds the whole site; leave out `--shard`');
  const threads = options.threads === undefined ? undefined : Number(options.threads);
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS)) {
    throw new UsageError(`\`${options.threads}\` is not a number of threads, from 1 to ${MOST_THREADS}`);
  }
  const report = await buildSite({
    content,
    out: String(options.out),
    site: options.site === undefined ? undefined : String(options.site),
    base: String(options.base),
    frozen: options.frozen === true,
    astroOnly: options.astro === true,
    isClean: options.clean === true,
    shard,
    threads,
    onStage: (name) => console.error(STAGES[name] ?? name),
    onChecked(wiki, files) {
      printDiagnostics(wiki.diagnostics, files, pathPrefix(content));
      if (wiki.diagnostics.length > 0) console.error(formatSummary(wiki.diagnostics));
    },
  });
  if (!report) {
    console.error('Nothing was built; mend the errors above first.');
    return false;
  }
  if (options.timings) await writeFile(String(options.timings), `${JSON.stringify(report, null, 2)}\n`);
  if (report.isLocked) console.error(`Wrote ${pathPrefix(content)}${MAP_LOCK_FILE}.`);
  const seconds = report.stages.reduce((sum, stage) => sum + stage.ms, 0) / 1000;
  const megabytes = (report.bytes / 1e6).toFixed(1);
  console.log(`${count(report.pages, 'page')}, ${megabytes} MB in ${options.out}, ${seconds.toFixed(1)} s`);
  return true;
}

const STAGES: Record<string, string> = {
  read: 'Reading the content',
  check: 'Checking every link and second',
  views: 'Making views',
  map: 'Laying out the map',
  records: 'Writing down what can be found',
  templates: 'Compiling the pages’ code',
  pages: 'Rendering pages',
  search: 'Finishing the search index',
  sitemap: 'Writing the sitemap',
  publish: 'Publishing',
  keep: 'Keeping what the next build need not make',
};
