import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // One after the other where a test builds a site or starts a browser; two cores in all.
    maxWorkers: 2,
  },
});
