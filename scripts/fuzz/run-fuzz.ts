import fc from 'fast-check';
import { content } from './content.ts';
import { imports, transcripts } from './foreign.ts';
import { settings } from './settings.ts';
import type { Target } from './target.ts';
import { addresses, wire } from './wire.ts';

export const targets: readonly Target[] = [content, transcripts, imports, settings, wire, addresses];

/** Processor time after which an input counts as a hang. */
const HANG_MS = 2000;

/** Inputs of a target that a run of so many in all gives it. */
export function shareOf(target: Target, inputs: number): number {
  const all = targets.reduce((sum, one) => sum + one.share, 0);
  return Math.ceil((inputs * target.share) / all);
}

/**
 * Feeds a target seeded inputs. Throws with the smallest input that breaks a promise and the seed and path that make it again.
 * `slowestMs` is processor time of the slowest input.
 */
export function runTarget(target: Target, inputs: number, seed: number): { slowestMs: number } {
  let slowestMs = 0;
  fc.assert(
    fc.property(target.inputs, (input) => {
      const start = process.cpuUsage();
      target.run(input);
      const { user, system } = process.cpuUsage(start);
      const ms = (user + system) / 1000;
      slowestMs = Math.max(slowestMs, ms);
      if (ms > HANG_MS) throw new Error(`it took ${Math.round(ms)} ms of processor time`);
    }),
    { seed, numRuns: inputs, endOnFailure: false },
  );
  return { slowestMs };
}
