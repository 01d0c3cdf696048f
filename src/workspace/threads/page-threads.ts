import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { NodeId } from '../../wiki/corpus/node.ts';
import type { SourceFile } from '../../wiki/corpus/source-file.ts';
import type { EvidenceState } from '../../wiki/evidence/finding.ts';
import type { AskedRankings } from '../../wiki/graph/measures/related.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { SharedLines } from '../parsed/shared-lines.ts';
import { programFile } from '../program/program-file.ts';
import type { KeptPages } from '../rebuild/kept-pages.ts';
import type { Shard } from '../shards.ts';
import type { LeftToAstro, PlannedPage } from '../templates/plan-pages.ts';
import type { Templates } from '../templates/templates.ts';
import { PageBatches } from './page-batches.ts';

/** Two are as many as a build of 10,000 pages has memory for within its budget. */
const MOST_THREADS = 2;
/** Characters of content below which a second thread is not ready before the first has finished. */
const WORTH_A_THREAD = 100_000;
/** And while the pages' code is being compiled, which takes a core for as long as a thousand pages do. */
const WORTH_A_THREAD_MORE = 2_000_000;

/** What a thread begins with: it compiles the content, sharing the reading of it with the others, while the first checks it. */
export interface ThreadStart {
  files: readonly SourceFile[];
  content: string;
  base: string;
  /** The pages' code, where it is compiled already. */
  templates?: Templates;
  /** Of the lists that the threads work on: pages to render, and files to read. */
  batches: SharedArrayBuffer;
  lines: SharedArrayBuffer;
}

/** What it needs to render. */
export interface ThreadOrder {
  templates: Templates;
  left: LeftToAstro;
  shard?: Shard;
  staging: string;
  /** Files to make; all of them when left out. */
  only?: ReadonlySet<string>;
  /** What transcripts say of claims. */
  evidence: { states: ReadonlyMap<NodeId, EvidenceState>; questions: ReadonlyMap<NodeId, number> };
}

/** What a thread has made, with the cells it was made from. */
export interface ThreadResult extends Pick<KeptPages, 'cells' | 'pages'> {
  /** Every file it could have made, to be held against those of the first thread. */
  list: string;
  /** What it asked about what is related. */
  asked: AskedRankings;
  files: number;
  bytes: number;
}

/** How many threads render, unless somebody says otherwise. */
export function threadsFor(files: readonly SourceFile[], isCompiling: boolean): number {
  let length = 0;
  for (const { text } of files) length += text.length;
  return length < (isCompiling ? WORTH_A_THREAD_MORE : WORTH_A_THREAD)
    ? 1
    : Math.min(MOST_THREADS, availableParallelism());
}

/**
 * Threads that render pages beside the first. Each has the whole compiled wiki; which pages are whose is settled batch by batch,
 * as they come to them, so that nobody waits for a slower one.
 */
export class PageThreads {
  readonly batches = new PageBatches();
  /** What the threads read for each other, the first included; absent where that is alone. */
  readonly lines: SharedLines | undefined;
  readonly #workers: Worker[];
  readonly #finished: Promise<ThreadResult>[];

  /** `count` has the first thread among them. */
  constructor(start: Omit<ThreadStart, 'batches' | 'lines'>, count: number) {
    const lines = count > 1 ? new SharedLines(start.files) : undefined;
    const workerData: ThreadStart | undefined = lines && {
      ...start,
      batches: this.batches.memory,
      lines: lines.memory,
    };
    this.lines = lines;
    this.#workers = Array.from({ length: count - 1 }, () => new Worker(programFile('page-thread'), { workerData }));
    this.#finished = this.#workers.map(
      (worker) =>
        new Promise((done, fail) => {
          worker.once('message', done).once('error', fail);
          worker.once('exit', (code) => fail(new Error(`a thread ended by itself (exit ${code})`)));
        }),
    );
    // A build that fails before it waits has its own problem to tell.
    for (const finished of this.#finished) finished.catch(() => undefined);
  }

  begin(order: Omit<ThreadOrder, 'evidence'>, { evidence, graph }: Wiki): void {
    if (this.#workers.length === 0) return;
    const claims = graph.ofKind('claim').map(({ id }) => id);
    const questions = claims.flatMap((id) => {
      const second = evidence.questionOf(id);
      return second === undefined ? [] : [[id, second] as const];
    });
    const known = { states: new Map(claims.map((id) => [id, evidence.stateOf(id)])), questions: new Map(questions) };
    for (const worker of this.#workers) worker.postMessage({ ...order, evidence: known } satisfies ThreadOrder);
  }

  /** When the first thread finds nothing left of `pages`: waits for those who are still at it. */
  async finish(pages: readonly PlannedPage[]): Promise<ThreadResult[]> {
    let results: ThreadResult[] = [];
    // Who has not begun by now is not needed any more.
    if (this.batches.isShared) {
      const own = pages.map(({ file }) => file).join('\n');
      results = await Promise.all(this.#finished);
      for (const { list } of results) {
        if (list !== own) throw new Error('a page of `src/pages` answers `getStaticPaths` another way each time');
      }
    }
    await this.abandon();
    return results;
  }

  async abandon(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
