// Where the command line starts, under the pinned Node: from the program in few files where it is kept and still what the
// sources say, else from the sources. JavaScript: for TypeScript Node would load a compiler first.
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keptProgram } from '../workspace/program/kept-program.mjs';

const root = resolve(import.meta.dirname, '../..');
// What was compiled stays compiled between runs; threads and processes we start look there too.
const compiled = join(root, '.onrecord', 'compiled');
enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE ??= compiled;
const program = keptProgram(root);
await import(program ? pathToFileURL(join(program, 'onrecord.js')).href : './onrecord.ts');
