/** `npm run bench`: see `--help`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { benchBuild } from './build.ts';
import { benchCheck } from './check.ts';
import { benchDev } from './dev.ts';
import { benchEvidence } from './evidence.ts';
import { benchFrames } from './frames.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchMap } from './map.ts';
import { FailedCommandError } from './measure.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { benchPalette } from './palette.ts';
import { benchRebuild } from './rebuild.ts';
import { benchRelated } from './related.ts';
import { benchSearch } from './search.ts';
import { clearAside } from './set-aside.ts';

/** Answers the exit code: 0 measured, 1 a tool failed, 2 misuse. */
async function main(words: readonly string[]): Promise<number> {
  try {
    const options = readOptions(words);
    if (!options) {
      console.log(HELP);
      return 0;
    }
    await mkdir(options.cache, { recursive: true });
    const benches = {
      build: benchBuild,
      rebuild: benchRebuild,
      check: benchCheck,
      evidence: benchEvidence,
      dev: benchDev,
      search: benchSearch,
      palette: benchPalette,
      related: benchRelated,
      map: benchMap,
      frames: benchFrames,
      lighthouse: benchLighthouse,
    };
    const bench = benches[options.command];
    const { text, data, isComplete } = await bench(options, (line) => console.error(line)).finally(() =>
      clearAside(options.cache),
    );
    console.log(`${machine()}\n${archive(options)}\n\n${text}`);
    if (options.json)
      await writeFile(options.json, `${JSON.stringify({ machine: machine(), results: data }, null, 2)}\n`);
    return isComplete ? 0 : 1;
  } catch (problem) {
    if (problem instanceof FailedCommandError) return complain(problem.message, 1);
    if (problem instanceof TypeError || problem instanceof RangeError) return complain(problem.message, 2);
    throw problem;
  }
}

function complain(message: string, code: number): number {
  console.error(message);
  return code;
}

function machine(): string {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores of ${cpu?.model.trim()}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}, load ${load} at the end`;
}

function archive({ command, content, shape }: Options): string {
  if (command === 'map' || command === 'frames') return 'Generated graphs of archives';
  if (command === 'search' || command === 'related' || command === 'lighthouse') return `Archive in ${content}`;
  if (command === 'evidence') return 'Generated transcripts';
  const { seed, claimsPerEpisode, conceptsPerEpisode } = shape;
  return `Generated archive ${seed}: ${claimsPerEpisode} claims and ${conceptsPerEpisode} concepts an episode`;
}

process.exitCode = await main(process.argv.slice(2));
