#!/usr/bin/env node
// The command line, under the Node this project is pinned to, in the folder it was called from.
import { join } from 'node:path';
import { installMissing, pinnedNode, root, run } from './install.mjs';

installMissing();
run(pinnedNode(), [join(root, 'src/cli/run.mjs'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
