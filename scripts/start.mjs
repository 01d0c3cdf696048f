// `npm start`: installs what is missing, then checks, builds and serves the archive.
import { installMissing, pinnedNode, run } from './install.mjs';

installMissing();
run(pinnedNode(), ['src/cli/run.mjs', 'start', ...process.argv.slice(2)]);
