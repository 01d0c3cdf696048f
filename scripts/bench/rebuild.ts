import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { program } from '../install.mjs';
import { prepare } from '../prepare.mjs';
import { prepareContent } from './content.ts';
import { KEPT_OF_CONTENT } from './kept.ts';
import { type Measurement, measure, median } from './measure.ts';
import type { Options } from './options.ts';
import { cpuOf, peakOf, type Report } from './report.ts';
import { setAside } from './set-aside.ts';
import { formatTable, seconds, thousands } from './table.ts';

const STATES = ['nothing kept of the content', 'after one claim changed', 'nothing changed'] as const;

interface Result {
  pages: number;
  state: (typeof STATES)[number];
  runs: Measurement[];
}

/** Times whole builds, each in a fresh process: from nothing, after one claim was edited, and once more. */
export async function benchRebuild(options: Options, say: (line: string) => void): Promise<Report> {
  const results: Result[] = [];
  // The program as installing leaves it.
  prepare();
  for (const pages of options.pages) {
    const { folder, wiki } = await prepareContent(options, pages);
    const out = join(options.cache, 'out', `rebuild-${pages}`);
    const command = { arguments: [...program, 'build', '--content', folder, '--out', out], folder: options.cache };
    const [claim] = wiki.graph.ofKind('claim');
    const edited = join(folder, claim?.file ?? '');
    const ofPages = STATES.map((state): Result => ({ pages, state, runs: [] }));
    for (let run = 1; run <= options.runs; run++) {
      for (const { state, runs } of ofPages) {
        if (state === 'nothing kept of the content') {
          await setAside([...KEPT_OF_CONTENT, out], options.cache);
        }
        if (state === 'after one claim changed') {
          const text = await readFile(edited, 'utf8');
          await writeFile(edited, text.replace(/(text: >-\n\s+)(?:Edit \d+: )?/, `$1Edit ${run}: `));
        }
        runs.push(await measure(command, join(options.cache, 'rebuild.log')));
        say(`build ${pages}, ${state}: ${seconds(runs.at(-1)?.wallMs ?? 0)}`);
      }
    }
    results.push(...ofPages);
  }
  const time = (result: Result) => median(result.runs.map((run) => run.wallMs));
  const clean = (result: Result) => results.find((other) => other.pages === result.pages) as Result;
  const text = formatTable(results, {
    pages: (result) => thousands(result.pages),
    build: (result) => result.state,
    time: (result) => seconds(time(result)),
    'of clean': (result) => (clean(result) === result ? undefined : (time(result) / time(clean(result))).toFixed(2)),
    processor: (result) => cpuOf(result.runs),
    'peak memory': (result) => peakOf(result.runs),
  });
  return {
    text: `${text}\n\nMedians of ${options.runs}, the whole command, each run in a fresh process.`,
    data: results,
    isComplete: true,
  };
}
