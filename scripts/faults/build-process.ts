import { type ChildProcess, spawn } from 'node:child_process';

export interface BuildProcess {
  /** Resolves when it has ended, by itself or not: its exit code, or `null` when it was killed. */
  ended: Promise<number | null>;
  /** What it has written so far. */
  said(): string;
  /** Resolves when it has said a line, or has ended. */
  saying(line: string): Promise<void>;
  /** SIGKILL for it and everything it started; resolves when all of them are gone. */
  kill(): Promise<void>;
}

/** Starts `onrecord` at the head of a process group of its own. */
export function startBuild(command: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): BuildProcess {
  const child: ChildProcess = spawn(process.execPath, [command, ...words], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // As a person starts it: what a test runner sets for itself, such as NODE_ENV, changes what is compiled.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  return {
    ended,
    said: () => said,
    async saying(line) {
      await Promise.race([
        ended,
        new Promise<void>((done) => {
          const look = () => {
            if (said.includes(line)) done();
          };
          listeners.add(look);
          look();
        }),
      ]);
    },
    async kill() {
      const group = -(child.pid as number);
      while (isThere(group)) await new Promise((done) => setTimeout(done, 5));
      await ended;
    },
  };
}

/** Kills what is left of a group; whether there was anything left. */
function isThere(group: number): boolean {
  try {
    process.kill(group, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}
