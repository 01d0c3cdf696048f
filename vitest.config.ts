import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // One after the other where a test builds a site or starts a browser; two cores in all.
    maxWorkers: 2,
    // The compiler is read once a worker and not once a file, and a site that was parsed stays parsed: a fifth of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
