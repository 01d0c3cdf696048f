import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const NODE = join(ROOT, 'node_modules/node/bin/node');
const COMMAND = join(ROOT, 'src/cli/run.mjs');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What the test runner sets for itself; commands behave differently under it. */
const OF_THE_RUNNER = /^(VITEST.*|NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL|FORCE_COLOR)$/;

/** Starts the command line as the script in `bin` does, without looking for what is missing first. */
export function startCommand(words: readonly string[], cwd = ROOT, command = COMMAND): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_RUNNER.test(name)));
  return spawn(NODE, [command, ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  });
}

/** Runs a command to its end. */
export async function runCommand(words: readonly string[], cwd = ROOT, command = COMMAND): Promise<Ran> {
  const child = startCommand(words, cwd, command);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  return { code, stdout, stderr };
}

export interface Running {
  /** All it has written, to both streams. */
  output(): string;
  /** Waits until its output matches; fails with the output when it ends or takes too long. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

/** Longest wait for a line of a running command. */
const WAIT_MS = 60_000;

/** A command that runs until it is stopped, such as a server. */
export function keepRunning(words: readonly string[], cwd = ROOT): Running {
  const child = startCommand(words, cwd);
  let output = '';
  let over = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      tell();
    });
  }
  const closed = new Promise<void>((done) => {
    child.on('close', () => {
      over = true;
      tell();
      done();
    });
  });
  return {
    output: () => output,
    waitFor: (pattern) =>
      new Promise((done, fail) => {
        const look = () => {
          const match = pattern.exec(output);
          if (!match && !over) return;
          clearTimeout(timer);
          listeners.delete(look);
          if (match) done(match);
          else fail(new Error(`ended without ${pattern}:\n${output}`));
        };
        const timer = setTimeout(() => {
          listeners.delete(look);
          fail(new Error(`no ${pattern} after ${WAIT_MS} ms:\n${output}`));
        }, WAIT_MS);
        listeners.add(look);
        look();
      }),
    async stop() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
