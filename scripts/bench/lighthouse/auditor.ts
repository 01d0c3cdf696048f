import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { launchBrowser } from '../../../tests/support/browser.ts';
import { freePort, TRUST_ANY } from '../../../tests/support/run-nginx.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What Lighthouse says of one visit. */
export interface Audit {
  /** 0 to 100. */
  scores: Partial<Record<Category, number>>;
  /** Audits that cost points, and the first element each complains of. */
  lost: string[];
  firstPaintMs: number;
  largestPaintMs: number;
  /** Total Blocking Time. */
  blockedMs: number;
  /** Cumulative Layout Shift; no unit. */
  shift: number;
  /** Everything that was loaded, with its headers. */
  bytes: number;
}

export interface Auditor {
  /**
   * A first visit as a phone makes it: Lighthouse's own settings, slow 4G and a processor four times slower, both simulated. Tasks of
   * the browser count by the processor's time, so that what else the machine does is not put down to the page.
   */
  audit(address: string, categories?: readonly Category[]): Promise<Audit>;
  close(): Promise<void>;
}

/** On a busy machine a browser's record of the visit may lack its beginning: Lighthouse asks to be run again. */
const UNRECORDED = new Set(['NO_NAVSTART', 'NO_TRACING_STARTED', 'NO_SCREENSHOTS', 'NO_FCP', 'NO_LCP']);
const MOST_TRIES = 3;

/** Starts a browser that Lighthouse steers. */
export async function openAuditor(): Promise<Auditor> {
  const port = await freePort();
  const kept = await mkdtemp(join(tmpdir(), 'on-record-lighthouse-'));
  const browser = await launchBrowser({ backForwardCache: true, args: [`--remote-debugging-port=${port}`, TRUST_ANY] });
  return {
    async audit(address, categories = CATEGORIES) {
      for (let tries = 1; ; tries++) {
        const settings = { port, logLevel: 'silent' as const, onlyCategories: [...categories] };
        await lighthouse(address, { ...settings, gatherMode: kept });
        await countProcessorTime(join(kept, 'trace.json'));
        const ran = await lighthouse(address, { ...settings, auditMode: kept });
        const problem = ran ? ran.lhr.runtimeError : { code: '', message: 'Lighthouse says nothing' };
        if (ran && !problem) return read(ran.lhr);
        if (tries === MOST_TRIES || !UNRECORDED.has(problem?.code ?? ''))
          throw new Error(`${address}: ${problem?.message}`);
      }
    },
    async close() {
      await browser.close();
      await rm(kept, { recursive: true, force: true });
    },
  };
}

/** Gives each task of a recorded visit the time it held the processor, for the time it took on the wall: what it lost to other processes is not its own. */
async function countProcessorTime(file: string): Promise<void> {
  const trace = JSON.parse(await readFile(file, 'utf8')) as { traceEvents: { dur?: number; tdur?: number }[] };
  for (const event of trace.traceEvents) {
    if (event.dur !== undefined && event.tdur !== undefined) event.dur = Math.min(event.dur, event.tdur);
  }
  await writeFile(file, JSON.stringify(trace));
}

function read({ categories, audits }: Result): Audit {
  const number = (id: string) => audits[id]?.numericValue ?? 0;
  const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
    ),
    lost: weighed.flatMap(({ id }) => {
      const audit = audits[id];
      if (!audit || audit.score === null || audit.score >= 1) return [];
      return [[id, audit.displayValue, firstElement(audit.details)].filter(Boolean).join(': ')];
    }),
    firstPaintMs: number('first-contentful-paint'),
    largestPaintMs: number('largest-contentful-paint'),
    blockedMs: number('total-blocking-time'),
    shift: number('cumulative-layout-shift'),
    bytes: number('total-byte-weight'),
  };
}

function firstElement(details: unknown): string | undefined {
  const { items } = (details ?? {}) as { items?: { node?: { snippet?: string } }[] };
  return items?.[0]?.node?.snippet;
}
