// `npm run faults -- --kills 100 --seed 1`: kills builds at seeded moments and looks at what they leave.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { killBuilds } from './faults/kill-builds.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '20260131' },
    content: { type: 'string', default: resolve(import.meta.dirname, '../tests/fixtures/every-kind') },
  },
});
/** Every so many builds begin without a cache: they take several times as long. */
const COLD_EVERY = 10;

const seed = Number(values.seed);
const folder = await mkdtemp(join(tmpdir(), 'on-record-faults-'));
console.log(`${values.kills} kills, seed ${seed}`);
try {
  const report = await killBuilds({
    folder,
    content: resolve(values.content),
    kills: Number(values.kills),
    seed,
    coldEvery: COLD_EVERY,
    onKill: ({ killed, through }) => {
      if ((killed + through) % 10 === 0) console.log(`${killed + through} …`);
    },
  });
  console.log(
    `${report.killed} builds killed: ${report.old} left the old site whole, ${report.new} the new one; ${report.through} were through before. Every next build was right and left nothing behind.`,
  );
} catch (problem) {
  console.error((problem as Error).message);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
