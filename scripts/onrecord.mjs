#!/usr/bin/env node
// The command line, under the Node this project is pinned to, in the folder it was called from.
import { installMissing, pinnedNode, program, run } from './install.mjs';

installMissing();
run(pinnedNode(), [...program, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
