// `npm run fuzz -- --inputs 100000 --seed 1`: feeds everything that reads foreign text with what breaks readers.
import { parseArgs } from 'node:util';
import { runTarget, shareOf, targets } from './fuzz/run-fuzz.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20260131' },
    target: { type: 'string' },
  },
});
let failed = 0;
for (const target of targets.filter(({ name }) => values.target === undefined || name === values.target)) {
  const inputs = shareOf(target, Number(values.inputs));
  try {
    const { slowestMs } = runTarget(target, inputs, Number(values.seed));
    console.log(`${target.name.padEnd(12)} ${inputs} inputs, the slowest ${Math.round(slowestMs)} ms`);
  } catch (problem) {
    failed++;
    console.error(`${target.name.padEnd(12)} ${(problem as Error).message}`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
