import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckMeasurement } from './check-once.ts';
import { prepareContent } from './content.ts';
import { type Measurement, measure, median } from './measure.ts';
import type { Options } from './options.ts';
import { cpuOf, peakOf, type Report } from './report.ts';
import { formatTable, seconds, thousands } from './table.ts';

type Run = Measurement & CheckMeasurement;

/** Times reading and compiling alone, each run in a fresh process. Answers the table and the measurements. */
export async function benchCheck(options: Options, say: (line: string) => void): Promise<Report> {
  const results: { pages: number; runs: Run[] }[] = [];
  for (const pages of options.pages) {
    const { folder } = await prepareContent(options, pages);
    const runs: Run[] = [];
    for (let run = 1; run <= options.runs; run++) {
      const log = join(options.cache, 'check.log');
      const program = join(import.meta.dirname, 'check-once.ts');
      const measured = await measure({ arguments: [program, folder], folder: options.cache }, log);
      const told = JSON.parse((await readFile(log, 'utf8')).trim().split('\n').at(-1) as string) as CheckMeasurement;
      runs.push({ ...measured, ...told });
      say(`check ${pages}, run ${run}: ${seconds(measured.wallMs)}`);
    }
    results.push({ pages, runs });
  }
  const text = formatTable(results, {
    pages: ({ pages }) => thousands(pages),
    edges: ({ runs }) => thousands(runs[0]?.edges ?? 0),
    problems: ({ runs }) => String(runs[0]?.problems),
    read: ({ runs }) => seconds(median(runs.map((run) => run.readMs))),
    compile: ({ runs }) => seconds(median(runs.map((run) => run.compileMs))),
    'whole process': ({ runs }) => seconds(median(runs.map((run) => run.wallMs))),
    fastest: ({ runs }) => seconds(Math.min(...runs.map((run) => run.wallMs))),
    processor: ({ runs }) => cpuOf(runs),
    'peak memory': ({ runs }) => peakOf(runs),
  });
  return {
    text: `${text}\n\nMedians of ${options.runs}, each run in a fresh process.`,
    data: results,
    isComplete: true,
  };
}
