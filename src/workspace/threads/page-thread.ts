/** The thread that renders beside the first: see `page-threads.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { compileWiki } from '../../wiki/wiki.ts';
import { prepareSite } from '../load-site.ts';
import { PageOutput } from '../page-output.ts';
import { openParseCache, parseCachePath } from '../parse-cache.ts';
import { sharedPages, writePages } from '../render-site.ts';
import { setSite } from '../site.ts';
import { planPages } from '../templates/plan-pages.ts';
import { PageBatches } from './page-batches.ts';
import type { ThreadOrder, ThreadStart } from './page-threads.ts';

const { files, content, base, memory } = workerData as ThreadStart;
const cache = await openParseCache(parseCachePath(content));
// The first thread holds the content to the rules; what transcripts say comes with its order.
const compiled = compileWiki(files, cache.parse, { transcripts: [], lock: new Map() }, []);
const order = await new Promise<ThreadOrder>((done) => parentPort?.once('message', done));
const { states, questions } = order.evidence;
const evidence: typeof compiled.evidence = {
  ...compiled.evidence,
  stateOf: (id) => states.get(id) ?? compiled.evidence.stateOf(id),
  questionOf: (id) => questions.get(id),
};
setSite(await prepareSite(files, { ...compiled, evidence }, { content, base }));
const pages = sharedPages(await planPages(order.templates, order.left, { isShared: true }), order.shard);
await writePages(new PageBatches(memory).of(pages), new PageOutput(order.staging));
parentPort?.postMessage(pages.map(({ file }) => file).join('\n'));
