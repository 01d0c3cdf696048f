import { type Measurement, median } from './measure.ts';
import { megabytes, seconds } from './table.ts';

export interface Report {
  text: string;
  /** Every figure, for `--json`. */
  data: unknown;
  /** False when a tool failed. */
  isComplete: boolean;
}

/** Says more than the time does when others use the machine. */
export function cpuOf(runs: readonly Measurement[]): string | undefined {
  const times = runs.flatMap((run) => run.cpuMs ?? []);
  return times.length > 0 ? seconds(median(times)) : undefined;
}

export function peakOf(runs: readonly Measurement[]): string | undefined {
  const peaks = runs.flatMap((run) => run.peakRssBytes ?? []);
  return peaks.length > 0 ? megabytes(median(peaks)) : undefined;
}
