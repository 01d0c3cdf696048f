// `npm test`: installs what is missing, the browser included, and runs everything. Ends with `N passed, N failed`.
// Words behind `--` go to Vitest and leave the other checks out: `npm test -- tests/wiki`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installMissing, pinnedNode, root } from './install.mjs';
import { findNginx } from './nginx.mjs';

installMissing();
const only = process.argv.slice(2);
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), join(root, 'node_modules/node/bin'), process.env.PATH].join(':'),
  ASTRO_TELEMETRY_DISABLED: '1',
};
let passed = 0;
let failed = 0;

function step(name, program, words) {
  console.log(`\n▸ ${name}`);
  const { status } = spawnSync(program, words, { cwd: root, stdio: 'inherit', env });
  if (status === 0) passed++;
  else {
    failed++;
    console.error(`✗ ${name}`);
  }
}

if (only.length === 0) {
  step('Content', pinnedNode(), ['src/cli/onrecord.ts', 'check', '--strict']);
  step('Format and lint', 'biome', ['ci', '--error-on-warnings']);
  step('Types', 'astro', ['check', '--minimumFailingSeverity', 'hint']);
}

// Under the pinned Node: the browser library is newer than the Node that may run this script.
const browser = spawnSync(
  pinnedNode(),
  [
    '--input-type=module',
    '-e',
    "import { findBrowser } from './scripts/browser.mjs'; process.stdout.write(await findBrowser());",
  ],
  { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
);
if (browser.status !== 0) process.exit(1);
env.CHROMIUM_PATH = browser.stdout.trim();
const nginx = findNginx();
if (nginx) env.NGINX_PATH = nginx;
else console.error('No nginx here: the test of what it is told is passed over.');

console.log('\n▸ Tests');
mkdirSync(join(root, '.onrecord'), { recursive: true });
const report = join(root, '.onrecord/tests.json');
rmSync(report, { force: true });
const vitest = spawnSync(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only],
  { cwd: root, stdio: 'inherit', env },
);
try {
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  if (vitest.status !== 0 && counts.numFailedTests === 0) failed++;
} catch {
  failed++;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
