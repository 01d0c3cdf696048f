// `npm run nightly -- 2026-01-31`: everything that takes too long for every change. The seed comes from the date that is
// given, so that every night sees other inputs and each can be had again.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const FUZZ_INPUTS = '100000';
const KILLS = '100';

const date = process.argv[2] ?? '';
const seed = /^\d{4}-\d{2}-\d{2}$/.test(date) ? date.replaceAll('-', '') : undefined;
if (seed === undefined) {
  console.error('which date? Such as: npm run nightly -- 2026-01-31');
  process.exit(2);
}
const jobs: [script: string, ...words: string[]][] = [
  ['fuzz.ts', '--inputs', FUZZ_INPUTS, '--seed', seed],
  ['faults.ts', '--kills', KILLS, '--seed', seed],
];
let failed = 0;
for (const [script, ...words] of jobs) {
  console.log(`\n▸ ${script} ${words.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, script), ...words], { stdio: 'inherit' });
  if (status !== 0) failed++;
}
console.log(`\nseed ${seed}: ${failed === 0 ? 'nothing found' : `${failed} of ${jobs.length} found something`}`);
process.exitCode = failed > 0 ? 1 : 0;
