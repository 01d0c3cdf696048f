// Runs when the packages have been installed: builds an archive of nothing, once, so that the program's own code lies
// compiled before anybody's content is built. Whoever leaves it out has it compiled by the first build.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './install.mjs';

export function prepare() {
  // Without the Node this project is pinned to (an install without scripts) there is nothing to run it with.
  if (!existsSync(pinnedNode())) return;
  const folder = join(root, '.onrecord', 'prepare');
  const content = join(folder, 'content');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  const words = ['build', '--content', content, '--out', join(folder, 'site'), '--frozen'];
  const { status, stderr } = spawnSync(pinnedNode(), [join(root, 'src/cli/onrecord.ts'), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  rmSync(folder, { recursive: true, force: true });
  // Installing has not failed for it: the first build says the same where it can be seen.
  if (status !== 0) console.error(`The pages’ code could not be compiled yet; the first build tries again.\n${stderr}`);
}

if (process.argv[1] === import.meta.filename) prepare();
