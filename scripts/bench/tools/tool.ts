import type { Command } from '../measure.ts';

/** One generator of sites, as its users run it. */
export interface Tool {
  name: string;
  /** What is measured, for the table's foot. */
  what: string;
  /** Makes the project and its content ready; not part of the time. Answers what to run. */
  prepare(input: Input): Promise<Prepared>;
}

export interface Input {
  pages: number;
  /** Content in our format, on disk. */
  content: string;
  /** The same pages in plain Markdown: path → text. */
  flat: Readonly<Record<string, string>>;
  /** Where tools keep what they need between runs. */
  cache: string;
}

export interface Prepared {
  command: Command;
  /** Where the site is written. */
  output: string;
  /** Moved out of the way before each run, so that every build is a clean one. */
  leftovers: string[];
  /** Written by the build: how long each of its stages took. */
  timings?: string;
}
