import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { nameIndex } from '../exports/name-index.ts';
import { publishedEpisodes } from '../exports/passages.ts';
import { recordsTouchedBy, searchedNodes, searchRecord } from '../exports/search-records.ts';
import type { AnyNode, NodeId } from '../wiki/corpus/node.ts';
import { TRANSCRIPT_FOLDER } from '../wiki/evidence/evidence-among.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';
import { writtenRecord } from './index-source.ts';
import { programFile } from './program/program-file.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { PLAN_FILE, type PlannedRecords, type SearchPlan, STALE } from './search-plan.ts';

/** Folder of everything search loads, inside a site. */
export const SEARCH_FOLDER = 'pagefind';

/** Records written at once: enough for a disk, little for memory. */
const LINES_AT_ONCE = 512;

export interface SearchJob {
  /** Resolves when the index is whole; rejects when it could not be made. */
  finished: Promise<void>;
  /** Ends the process, for a build that fails. */
  abandon(): void;
}

export interface SearchOptions {
  /** Content folder. Transcripts that may be published are read from it, by that process alone. */
  content?: string;
  /** Folder in which indexes are kept, of which what is the same is taken again. */
  kept?: string;
  /** What an earlier build has published as `out`: files that are still as it wrote them are taken over under a second name. */
  earlier?: string;
  /**
   * What this state of the content, and of the code that makes records of it (`src/wiki`, `src/exports`), is called: two
   * states of one name have the same records. A later build may tell what changed since.
   */
  state?: string;
  changed?: ChangedNodes;
}

/** What changed since an earlier build. Records of all other nodes are not made: they are taken to be what they were. */
export interface ChangedNodes {
  /** `state` of that build. Where another was kept since, nothing whole, or another language, all records are made after all. */
  since: string;
  /**
   * Every node that is new, and every one of which any of these is not what it was: its own data, title, aliases, summary and
   * prose; its outgoing edges (targets, types, fields, labels); its date (`graph.date`); and what is found out about it from
   * its transcript (`evidence`). Nodes that link with those need not be among them, nor those that are gone.
   */
  nodes: ReadonlySet<NodeId>;
}

/**
 * Starts to build the search index in `workshop/search` in a process of its own, which runs beside whatever comes
 * next: all this process does is to write down what can be found. The index is in `out` when the job has finished.
 */
export async function startSearchIndex(
  context: ViewContext,
  workshop: string,
  out: string,
  options: SearchOptions = {},
): Promise<SearchJob> {
  const folder = join(workshop, 'search');
  await mkdir(join(out, 'names'), { recursive: true });
  await mkdir(join(out, 'facets'), { recursive: true });
  await mkdir(folder, { recursive: true });
  const { manifest, shards, tails } = nameIndex(context);
  // In a static host's eyes `*` is no name for a file.
  for (const [name, shard] of shards) {
    await writeFile(join(out, 'names', `${name === '*' ? 'all' : name}.json`), JSON.stringify(shard));
  }
  for (const [number, table] of tails.entries()) {
    await writeFile(join(out, 'names', `tails-${number}.json`), JSON.stringify(table));
  }
  const { kept, earlier } = options;
  // Whatever is asked of the process later, it may be from another folder.
  const words = [folder, out, ...(kept === undefined ? [] : [kept, ...(earlier === undefined ? [] : [earlier])])].map(
    (path) => resolve(path),
  );
  const start = async (changed: ChangedNodes | undefined) => {
    const { pages, claims } = searchedNodes(context);
    const touched = changed && recordsTouchedBy(context, changed.nodes);
    const plan: SearchPlan = {
      language: context.wiki.settings.language,
      state: options.state,
      since: changed?.since,
      pages: await writeRecords(context, pages, touched, join(folder, 'pages-records.txt')),
      claims: await writeRecords(context, claims, touched, join(folder, 'claims-records.txt')),
      passages: passagesOf(context, options.content),
      manifest,
    };
    await writeFile(join(folder, PLAN_FILE), JSON.stringify(plan));
    return runIndexer(words);
  };

  let isAbandoned = false;
  let running = await start(kept === undefined ? undefined : options.changed);
  const finished = running.ended.then(async (end) => {
    if (end !== STALE || isAbandoned) return end;
    running = await start(undefined);
    if (isAbandoned) running.abandon();
    return running.ended;
  });
  const whole = finished.then((end) => {
    if (end !== 0) throw new Error(`the search index could not be made (${end})\n${running.said()}`);
  });
  // A build that fails before it waits has its own problem to tell.
  whole.catch(() => undefined);
  return {
    finished: whole,
    abandon() {
      isAbandoned = true;
      running.abandon();
    },
  };
}

/** Where the indexes of a content folder are kept. */
export function keptIndexes(content: string): string {
  return join(PROJECT_ROOT, '.onrecord', 'search', fingerprint(resolve(content)));
}

function passagesOf(context: ViewContext, content: string | undefined): SearchPlan['passages'] {
  if (content === undefined) return { folder: '', episodes: [] };
  return { folder: join(content, TRANSCRIPT_FOLDER), episodes: publishedEpisodes(context) };
}

/** A line a record: of all nodes, or of those that are touched. */
async function writeRecords(
  context: ViewContext,
  nodes: readonly AnyNode[],
  touched: ReadonlySet<NodeId> | undefined,
  path: string,
): Promise<PlannedRecords> {
  const ids: string[] = [];
  const written: number[] = [];
  let lines: string[] = [];
  const file = await open(path, 'w');
  try {
    for (const node of nodes) {
      if (!touched || touched.has(node.id)) {
        const record = searchRecord(context, node);
        if (!record) continue;
        written.push(ids.length);
        lines.push(writtenRecord(record));
        if (lines.length === LINES_AT_ONCE) {
          await file.write(lines.join(''));
          lines = [];
        }
      }
      ids.push(node.id);
    }
    await file.write(lines.join(''));
  } finally {
    await file.close();
  }
  return touched ? { ids, written } : { ids };
}

interface RunningIndexer {
  /** How the process ended: its exit code, or the signal it was killed by. */
  ended: Promise<number | string>;
  said(): string;
  abandon(): void;
}

function runIndexer(words: readonly string[]): RunningIndexer {
  const child = spawn(process.execPath, [programFile('search-indexer'), ...words], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return {
    ended: once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string),
    said: () => said,
    abandon: () => void child.kill(),
  };
}
