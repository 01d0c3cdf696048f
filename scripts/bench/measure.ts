import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Usage, watchProcesses } from './watch-processes.ts';

export interface Command {
  arguments: string[];
  folder: string;
  environment?: Record<string, string>;
}

/** Of the whole process tree; memory and processor time are absent where the system does not tell them. */
export interface Measurement extends Partial<Usage> {
  wallMs: number;
}

export class FailedCommandError extends Error {}

/** Tools say the same in every run, and ask nobody. */
const QUIET = { CI: 'true', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
const LAST_CHARACTERS = 2000;

/** Runs a program under this Node in a process of its own, from its start to its end. Its output goes to `log`. */
export async function measure(command: Command, log: string): Promise<Measurement> {
  const output = openSync(log, 'w');
  const begin = performance.now();
  const child = spawn(process.execPath, command.arguments, {
    cwd: command.folder,
    env: { ...process.env, ...QUIET, ...command.environment },
    stdio: ['ignore', output, output],
  });
  const watch = child.pid === undefined ? undefined : watchProcesses(child.pid);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', resolve);
    });
    const wallMs = performance.now() - begin;
    if (code !== 0) {
      const said = (await readFile(log, 'utf8')).slice(-LAST_CHARACTERS);
      throw new FailedCommandError(`node ${command.arguments.join(' ')} ended with ${code}:\n${said}`);
    }
    return { wallMs, ...watch?.usage() };
  } finally {
    watch?.stop();
    closeSync(output);
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) throw new RangeError('a median needs a value');
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
