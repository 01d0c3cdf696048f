import { mkdir, rename, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fingerprint } from '../../wiki/text/fingerprint.ts';
import { programFile } from '../program/program-file.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { pruneKept } from '../prune-kept.ts';
import { discard } from '../publish.ts';
import type { KeptPage, KeptPages } from './kept-pages.ts';
import type { TakeOver } from './take-over.ts';

/** Spares of so many sites are kept: each may be as large as its site. */
const SPARES = 2;

/** Where the site before the published one lies: its folders, and most of its files, are those of the next. */
export function spareOf(out: string): string {
  return join(PROJECT_ROOT, '.onrecord', 'spare', fingerprint(resolve(out)));
}

/** Leaves a site for the next build to make its own of; clears it where that cannot be (another disk, another build was first). */
export async function keepSpare(site: string, out: string): Promise<void> {
  const spare = spareOf(out);
  try {
    await mkdir(dirname(spare), { recursive: true });
    await rename(site, spare);
    const now = new Date();
    await utimes(spare, now, now);
    await pruneKept(dirname(spare), SPARES);
  } catch {
    await discard(site);
  }
}

/** The published site while a new one is made of it. */
export class OldSite {
  readonly kept: KeptPages;
  readonly #worker: Worker;
  readonly #lost: Promise<Uint32Array>;

  /** Begins to take its files over into `staging`, in a thread of its own. */
  constructor(kept: KeptPages, staging: string, out: string) {
    this.kept = kept;
    const workerData: TakeOver = {
      staging,
      published: resolve(out),
      spare: spareOf(out),
      files: kept.pages.map(({ file }) => file),
      stamps: kept.pages.map(({ stamp }) => stamp),
    };
    this.#worker = new Worker(programFile('take-over-thread'), { workerData });
    this.#lost = new Promise((done, fail) => {
      this.#worker.once('message', done).once('error', fail);
      this.#worker.once('exit', (code) =>
        fail(new Error(`the thread that takes files over ended by itself (${code})`)),
      );
    });
    // A build that fails before it waits has its own problem to tell.
    this.#lost.catch(() => undefined);
  }

  /** Pages whose files are not in the new folder. Resolves when the thread writes no more. */
  async lost(): Promise<KeptPage[]> {
    return Array.from(await this.#lost, (index) => this.kept.pages[index] as KeptPage);
  }

  /** Resolves when the thread writes no more, whatever came of it. */
  async abandon(): Promise<void> {
    await this.#lost.catch(() => undefined);
    await this.#worker.terminate();
  }
}
