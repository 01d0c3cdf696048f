import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCachePath } from '../../src/workspace/parse-cache.ts';
import { program } from '../install.mjs';
import { prepare } from '../prepare.mjs';
import { prepareContent } from './content.ts';
import { type Measurement, measure, median } from './measure.ts';
import type { Options } from './options.ts';
import { cpuOf, peakOf, type Report } from './report.ts';
import { formatTable, seconds, thousands } from './table.ts';

const STATES = ['nothing kept from before', 'after one edit', 'nothing changed'] as const;

interface Result {
  pages: number;
  edges: number;
  state: (typeof STATES)[number];
  runs: Measurement[];
}

/** Times `onrecord check`, each run in a fresh process: from nothing, after one page was edited, and once more. */
export async function benchCheck(options: Options, say: (line: string) => void): Promise<Report> {
  const results: Result[] = [];
  // The program as installing leaves it.
  prepare();
  for (const pages of options.pages) {
    const { folder, wiki } = await prepareContent(options, pages);
    const command = { arguments: [...program, 'check', '--content', folder], folder: options.cache };
    const [concept] = wiki.graph.ofKind('concept');
    const edited = join(folder, concept?.file ?? '');
    const ofPages = STATES.map((state): Result => ({ pages, edges: wiki.graph.links, state, runs: [] }));
    for (let run = 1; run <= options.runs; run++) {
      for (const { state, runs } of ofPages) {
        if (state === 'nothing kept from before') await rm(parseCachePath(folder), { force: true });
        if (state === 'after one edit') {
          await writeFile(edited, `${await readFile(edited, 'utf8')}\nA sentence more, number ${run}.\n`);
        }
        runs.push(await measure(command, join(options.cache, 'check.log')));
      }
      say(`check ${pages}, run ${run}`);
    }
    results.push(...ofPages);
  }
  const text = formatTable(results, {
    pages: ({ pages }) => thousands(pages),
    edges: ({ edges }) => thousands(edges),
    check: ({ state }) => state,
    time: ({ runs }) => seconds(median(runs.map((run) => run.wallMs))),
    fastest: ({ runs }) => seconds(Math.min(...runs.map((run) => run.wallMs))),
    processor: ({ runs }) => cpuOf(runs),
    'peak memory': ({ runs }) => peakOf(runs),
  });
  return {
    text: `${text}\n\nMedians of ${options.runs}, the whole command, each run in a fresh process.`,
    data: results,
    isComplete: true,
  };
}
