/** Reads and compiles one folder in a process of its own, as a cold `check` does, and prints what it took. */

import { compileWiki } from '../../src/wiki/wiki.ts';
import { readContent } from '../../src/workspace/read-content.ts';

export interface CheckMeasurement {
  readMs: number;
  compileMs: number;
  pages: number;
  edges: number;
  problems: number;
}

const begin = performance.now();
const files = await readContent(process.argv[2] as string);
const read = performance.now();
const { graph, diagnostics } = compileWiki(files);
const measurement: CheckMeasurement = {
  readMs: read - begin,
  compileMs: performance.now() - read,
  pages: graph.nodes.length,
  edges: graph.graph.size,
  problems: diagnostics.length,
};
console.log(JSON.stringify(measurement));
