import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareContent } from './content.ts';
import { flatten } from './flatten.ts';
import { FailedCommandError, type Measurement, measure, median } from './measure.ts';
import type { Options } from './options.ts';
import { outputSize } from './output-size.ts';
import { cpuOf, peakOf, type Report } from './report.ts';
import { setAside } from './set-aside.ts';
import { formatTable, megabytes, seconds, thousands } from './table.ts';
import type { Prepared, Tool } from './tools/tool.ts';

/** What our build writes when asked for its timings. */
interface Timings {
  stages: { name: string; ms: number }[];
}

interface Result {
  tool: Tool;
  pages: number;
  runs: (Measurement & { stages?: Timings['stages'] })[];
  bytes: number;
  htmlFiles: number;
  /** One of its builds failed: its figures are not shown. */
  failed: boolean;
}

/** Builds the same pages with every tool, in turns, so that a slow minute of the machine is shared by all. */
export async function benchBuild(options: Options, say: (line: string) => void): Promise<Report> {
  const results: Result[] = [];
  for (const pages of options.pages) {
    const { folder, wiki } = await prepareContent(options, pages);
    const flat = flatten(wiki);
    const entrants: { result: Result; prepared: Prepared }[] = [];
    for (const tool of options.tools) {
      const prepared = await tool.prepare({ pages, content: folder, flat, cache: options.cache }).catch((problem) => {
        say(`${tool.name} is left out: ${problem instanceof Error ? problem.message : problem}`);
      });
      if (prepared)
        entrants.push({ prepared, result: { tool, pages, runs: [], bytes: 0, htmlFiles: 0, failed: false } });
    }
    for (let run = 1; run <= options.runs; run++) {
      for (const { prepared, result } of entrants) {
        if (result.failed) continue;
        try {
          await runOnce(prepared, result, options.cache);
          say(`${result.tool.name} ${pages}, run ${run}: ${seconds(result.runs.at(-1)?.wallMs ?? 0)}`);
        } catch (problem) {
          if (!(problem instanceof FailedCommandError)) throw problem;
          result.failed = true;
          say(problem.message);
        }
      }
    }
    results.push(...entrants.map(({ result }) => result));
  }
  const whole = results.filter((result) => !result.failed);
  const failed = results
    .filter((result) => result.failed)
    .map(({ tool, pages }) => `${tool.name} failed at ${pages} pages`);
  return {
    text: [report(whole, options), ...failed].join('\n'),
    isComplete: failed.length === 0,
    data: results.map(({ tool, ...rest }) => ({ tool: tool.name, ...rest })),
  };
}

async function runOnce(prepared: Prepared, result: Result, cache: string): Promise<void> {
  await setAside(prepared.leftovers, cache);
  await mkdir(join(prepared.output, '..'), { recursive: true });
  const measured = await measure(prepared.command, join(cache, `${result.tool.name}.log`));
  const timings = prepared.timings ? await readFile(prepared.timings, 'utf8').catch(() => undefined) : undefined;
  result.runs.push({ ...measured, stages: timings ? (JSON.parse(timings) as Timings).stages : undefined });
  Object.assign(result, await outputSize(prepared.output));
}

function report(results: readonly Result[], options: Options): string {
  const time = (result: Result) => median(result.runs.map((run) => run.wallMs));
  const ours = (pages: number) => results.find((result) => result.tool.name === 'onrecord' && result.pages === pages);
  const table = formatTable(results, {
    pages: (result) => thousands(result.pages),
    tool: (result) => result.tool.name,
    time: (result) => seconds(time(result)),
    fastest: (result) => seconds(Math.min(...result.runs.map((run) => run.wallMs))),
    'ours ÷ its': (result) => {
      const own = ours(result.pages);
      return own && own !== result ? (time(own) / time(result)).toFixed(2) : undefined;
    },
    'a page': (result) => `${(time(result) / result.pages).toFixed(2)} ms`,
    processor: (result) => cpuOf(result.runs),
    'peak memory': (result) => peakOf(result.runs),
    output: (result) => megabytes(result.bytes),
    'HTML files': (result) => thousands(result.htmlFiles),
  });
  const used = [...new Set(results.map((result) => result.tool))];
  const foot = `Medians of ${options.runs} clean builds, the tools taking turns. Processor time and memory are those of the whole process tree.`;
  return [table, '', foot, ...used.map((tool) => `- ${tool.name}: ${tool.what}`), ...stages(results)].join('\n');
}

/** Where our own time went, as the build itself says. */
function stages(results: readonly Result[]): string[] {
  const told = results.filter((result) => result.runs.every((run) => run.stages) && result.runs.length > 0);
  const names = [
    ...new Set(told.flatMap((result) => result.runs.flatMap((run) => run.stages?.map(({ name }) => name) ?? []))),
  ];
  if (names.length === 0) return [];
  const of = (result: Result, name: string) =>
    median(
      result.runs.map(
        (run) => run.stages?.filter((stage) => stage.name === name).reduce((sum, { ms }) => sum + ms, 0) ?? 0,
      ),
    );
  const columns: Record<string, (name: string) => string> = { stage: (name) => name };
  for (const result of told) columns[`${thousands(result.pages)} pages`] = (name) => seconds(of(result, name));
  return ['', 'Stages of our build:', '', formatTable(names, columns)];
}
