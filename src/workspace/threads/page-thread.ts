/** The thread that renders beside the first: see `page-threads.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { Reads } from '../../wiki/views/reads.ts';
import { askedRankingsOf, relatedMeasureOf } from '../../wiki/views/related-measure.ts';
import { compileWiki } from '../../wiki/wiki.ts';
import { prepareSite } from '../load-site.ts';
import { PageOutput } from '../page-output.ts';
import { openParseCache, parseCachePath } from '../parse-cache.ts';
import { SharedLines } from '../parsed/shared-lines.ts';
import { sharedPages, writePages } from '../render-site.ts';
import { setSite } from '../site.ts';
import { loadPages, planPages } from '../templates/plan-pages.ts';
import { PageBatches } from './page-batches.ts';
import type { ThreadOrder, ThreadResult, ThreadStart } from './page-threads.ts';

const { files, content, base, batches, lines, templates } = workerData as ThreadStart;
const cache = await openParseCache(parseCachePath(content));
cache.readAhead(files, new SharedLines(files, lines));
// The first thread holds the content to the rules; what transcripts say comes with its order.
const compiled = compileWiki(files, cache.parse, { transcripts: [], lock: new Map() }, () => []);
let order: ThreadOrder | undefined;
const evidence: typeof compiled.evidence = {
  ...compiled.evidence,
  stateOf: (id) => order?.evidence.states.get(id) ?? compiled.evidence.stateOf(id),
  questionOf: (id) => order?.evidence.questions.get(id),
};
const reads = new Reads();
const site = await prepareSite(files, { ...compiled, evidence }, { content, base, reads });
setSite(site);
// What all pages need is made ready while the first thread still checks.
relatedMeasureOf(site.context);
if (templates) await loadPages(templates);
order = await new Promise<ThreadOrder>((done) => parentPort?.once('message', done));
const planned = sharedPages(await planPages(order.templates, order.left, { isShared: true }), order.shard);
const pages = order.only ? planned.filter(({ file }) => order.only?.has(file)) : planned;
const output = new PageOutput(order.staging, { replaces: order.only !== undefined });
const made = await writePages(new PageBatches(batches).of(pages), output, reads);
parentPort?.postMessage({
  list: pages.map(({ file }) => file).join('\n'),
  cells: reads.cells,
  pages: made,
  asked: askedRankingsOf(site.context),
  files: output.files,
  bytes: output.bytes,
} satisfies ThreadResult);
