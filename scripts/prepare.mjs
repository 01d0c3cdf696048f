// Runs when the packages have been installed: puts the program into few files and builds an archive of nothing, once, so
// that its code lies compiled before anybody's content is built. Whoever leaves it out has it compiled by the first build.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, program, root } from './install.mjs';

export function prepare() {
  // Without the Node this project is pinned to (an install without scripts) there is nothing to run it with.
  if (!existsSync(pinnedNode())) return;
  const folder = join(root, '.onrecord', 'prepare');
  const content = join(folder, 'content');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  const run = (...words) =>
    spawnSync(pinnedNode(), words, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
  run(join(root, 'src/workspace/program/bundle-program.ts'));
  const { status, stderr } = run(...program, 'build', '--content', content, '--out', join(folder, 'site'), '--frozen');
  rmSync(folder, { recursive: true, force: true });
  // Installing has not failed for it: the first build says the same where it can be seen.
  if (status !== 0) console.error(`The pages’ code could not be compiled yet; the first build tries again.\n${stderr}`);
}

if (process.argv[1] === import.meta.filename) prepare();
