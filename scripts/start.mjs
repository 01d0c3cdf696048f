// `npm start`: installs what is missing, then checks, builds and serves the archive.
import { installMissing, pinnedNode, program, run } from './install.mjs';

installMissing();
run(pinnedNode(), [...program, 'start', ...process.argv.slice(2)]);
