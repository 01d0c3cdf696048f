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

/** What is done before a check; `undefined` for nothing. */
const EDITS = {
  'nothing kept from before': undefined,
  'after a sentence was added to a page': (text: string, run: number) => `${text}\nA sentence more, number ${run}.\n`,
  'after one claim’s text was edited': (text: string, run: number) =>
    text.replace(/(text: >-\n\s+)(?:Edit \d+: )?/, `$1Edit ${run}: `),
  'after what a claim is about was edited': (text: string) =>
    text.replace(/^( {2}about: )\[(.*), ([^,]*)\]$/m, '$1[$3, $2]'),
  'nothing changed': undefined,
} as const;
type State = keyof typeof EDITS;

interface Result {
  pages: number;
  edges: number;
  state: State;
  runs: Measurement[];
}

/** Times `onrecord check`, each run in a fresh process: from nothing, after an edit of each sort, and once more. */
export async function benchCheck(options: Options, say: (line: string) => void): Promise<Report> {
  const results: Result[] = [];
  // The program as installing leaves it.
  prepare();
  for (const pages of options.pages) {
    const { folder, wiki } = await prepareContent(options, pages);
    const command = { arguments: [...program, 'check', '--content', folder], folder: options.cache };
    const [concept] = wiki.graph.ofKind('concept');
    const [claim] = wiki.graph.ofKind('claim');
    const ofPages = (Object.keys(EDITS) as State[]).map(
      (state): Result => ({ pages, edges: wiki.graph.links, state, runs: [] }),
    );
    for (let run = 1; run <= options.runs; run++) {
      for (const { state, runs } of ofPages) {
        if (state === 'nothing kept from before') {
          for (const end of ['', '.more', '.rules']) await rm(parseCachePath(folder) + end, { force: true });
        }
        const edit = EDITS[state];
        if (edit) {
          const path = join(folder, (state === 'after a sentence was added to a page' ? concept : claim)?.file ?? '');
          const text = await readFile(path, 'utf8');
          const edited = edit(text, run);
          if (edited === text) throw new Error(`${path}: there is nothing to edit: ${state}`);
          await writeFile(path, edited);
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
