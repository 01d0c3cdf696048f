import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArchive, writeLongVtt } from './evidence-archive.ts';
import { FailedCommandError, median } from './measure.ts';
import type { Options } from './options.ts';
import type { Report } from './report.ts';
import { formatTable, seconds } from './table.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'src', 'cli', 'run.mjs');
const LONG_MB = [10, 100];
const STEPS = ['import', 'first check', 'check, nothing changed', 'check after one edit'] as const;
type Step = (typeof STEPS)[number] | `import one WebVTT file of ${number} MB` | 'start-up';

interface Run {
  wallMs: number;
  cpuMs: number;
  memoryBytes: number;
}

/**
 * Import and verification of generated episodes with 135 cues and 25 claims each. Each step is a process of its own, as
 * a curator starts it. Time beyond start-up is what is left after that of `check` on an empty folder.
 */
export async function benchEvidence(options: Options, say: (line: string) => void): Promise<Report> {
  const taken = new Map<Step, Run[]>();
  const note = (step: Step, run: Run) => taken.set(step, [...(taken.get(step) ?? []), run]);
  for (let round = 1; round <= options.runs; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
    try {
      oneRound(folder, options.episodes, note);
    } finally {
      rmSync(folder, { recursive: true });
    }
    say(`evidence, run ${round}`);
  }
  const of = (step: Step, value: keyof Run) => median((taken.get(step) ?? []).map((run) => run[value]));
  const beyond = (step: Step, value: 'wallMs' | 'cpuMs') => of(step, value) - of('start-up', value);
  const rows = [...taken.keys()].filter((step) => step !== 'start-up');
  const text = formatTable(rows, {
    step: (step) => step,
    time: (step) => seconds(beyond(step, 'wallMs')),
    processor: (step) => seconds(beyond(step, 'cpuMs')),
    'peak memory': (step) => `${Math.round(of(step, 'memoryBytes') / 2 ** 20)} MB`,
  });
  const times = (value: 'wallMs' | 'cpuMs') =>
    (beyond('first check', value) / beyond('check after one edit', value)).toFixed(1);
  return {
    text: `${text}\n\nMedians of ${options.runs}, ${options.episodes} episodes, beyond a start-up of ${seconds(of('start-up', 'wallMs'))}. After one edit a check is ${times('wallMs')} times as fast as the first by time, ${times('cpuMs')} times by processor.`,
    data: Object.fromEntries(taken),
    isComplete: true,
  };
}

function oneRound(folder: string, episodes: number, note: (step: Step, run: Run) => void): void {
  const { archive, content } = writeArchive(folder, episodes);
  const run = (...words: string[]) => runMeasured(folder, words);
  const nothing = join(folder, 'nothing');
  mkdirSync(nothing);
  // The first start compiles our modules, which later ones find compiled.
  run('check', '--content', nothing);
  note('start-up', run('check', '--content', nothing));
  note('import', run('import', 'archive', archive, '--into', content));
  note('first check', run('check', '--content', content));
  note('check, nothing changed', run('check', '--content', content));
  const edited = join(content, `claims/episode-${Math.min(7, episodes - 1)}.yaml`);
  writeFileSync(edited, readFileSync(edited, 'utf8').replace('type: rule', 'type: rule\n  conditions: [edited]'));
  note('check after one edit', run('check', '--content', content));
  for (const megabytes of LONG_MB) {
    const path = join(folder, `long-${megabytes}.vtt`);
    writeLongVtt(path, megabytes * 1e6);
    const step = `import one WebVTT file of ${megabytes} MB` as const;
    note(step, run('import', 'transcripts', path, '--into', join(folder, `into-${megabytes}`)));
  }
}

/** Runs a command, which says at its end what it used: short runs are over before somebody could look. */
function runMeasured(folder: string, words: readonly string[]): Run {
  const hook = join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => { const u = process.resourceUsage(); require('fs').writeSync(2, '\\nUSED ' + u.maxRSS + ' ' + (u.userCPUTime + u.systemCPUTime)); });`,
  );
  const start = performance.now();
  const result = spawnSync(process.execPath, ['--require', hook, PROGRAM, ...words], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const wallMs = performance.now() - start;
  const [, kilobytes, microseconds] = /USED (\d+) (\d+)/.exec(result.stderr) ?? [];
  if (result.status !== 0 || kilobytes === undefined) {
    throw new FailedCommandError(`onrecord ${words.join(' ')} ended with ${result.status}:\n${result.stderr}`);
  }
  return { wallMs, cpuMs: Number(microseconds) / 1000, memoryBytes: Number(kilobytes) * 1024 };
}
