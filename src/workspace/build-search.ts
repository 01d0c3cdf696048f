import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { nameIndex } from '../exports/name-index.ts';
import { type PublishedEpisode, publishedEpisodes } from '../exports/passages.ts';
import { type IndexPlan, searchIndexes } from '../exports/search-index.ts';
import type { SearchRecord } from '../exports/search-records.ts';
import { TRANSCRIPT_FOLDER } from '../wiki/evidence/evidence-among.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';
import { programFile } from './program/program-file.ts';
import { PROJECT_ROOT } from './project-root.ts';

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

/**
 * Starts to build the search index in `workshop/search` in a process of its own, which runs beside whatever comes
 * next: all this process does is to write down what can be found. The index is in `out` when the job has finished.
 */
export async function startSearchIndex(
  context: ViewContext,
  workshop: string,
  out: string,
  { content, kept }: SearchOptions = {},
): Promise<SearchJob> {
  const folder = join(workshop, 'search');
  await mkdir(join(out, 'names'), { recursive: true });
  await mkdir(join(out, 'facets'), { recursive: true });
  await mkdir(folder, { recursive: true });
  const { plans, facets } = searchIndexes(context);
  for (const plan of plans) await writePlan(plan, folder);
  const passages: PassagePlan = {
    folder: content === undefined ? '' : join(content, TRANSCRIPT_FOLDER),
    language: context.wiki.settings.language,
    episodes: content === undefined ? [] : publishedEpisodes(context),
  };
  await writeFile(join(folder, 'passages.json'), JSON.stringify(passages));
  const { manifest, shards, tails } = nameIndex(context);
  for (const [column, file] of facets) {
    manifest.facets[column] = file.values.length;
    await writeFile(join(out, 'facets', `${column}.json`), JSON.stringify(file));
  }
  await writeFile(join(out, 'names', 'names.json'), JSON.stringify(manifest));
  // In a static host's eyes `*` is no name for a file.
  for (const [name, shard] of shards) {
    await writeFile(join(out, 'names', `${name === '*' ? 'all' : name}.json`), JSON.stringify(shard));
  }
  for (const [number, table] of tails.entries()) {
    await writeFile(join(out, 'names', `tails-${number}.json`), JSON.stringify(table));
  }
  return runIndexer([folder, out, ...(kept === undefined ? [] : [kept])]);
}

export interface SearchOptions {
  /** Content folder. Transcripts that may be published are read from it, by that process alone. */
  content?: string;
  /** Folder in which indexes are kept, to be taken again when what they are made of is the same. */
  kept?: string;
}

/** Where the indexes of a content folder are kept. */
export function keptIndexes(content: string): string {
  return join(PROJECT_ROOT, '.onrecord', 'search', fingerprint(resolve(content)));
}

/** What the indexing process needs to find passages by itself. */
export interface PassagePlan {
  /** Where transcripts lie. */
  folder: string;
  language: string;
  episodes: PublishedEpisode[];
}

async function writePlan(plan: IndexPlan, folder: string): Promise<void> {
  const file = await open(join(folder, `${plan.name}.ndjson`), 'w');
  try {
    for (let start = 0; start < plan.records.length; start += LINES_AT_ONCE) {
      const lines = plan.records.slice(start, start + LINES_AT_ONCE).map(lineOf);
      await file.write(lines.join(''));
    }
  } finally {
    await file.close();
  }
}

/** Facets stand apart, in columns. */
function lineOf({ facets: _, ...record }: SearchRecord): string {
  return `${JSON.stringify(record)}\n`;
}

function runIndexer(words: readonly string[]): SearchJob {
  const child = spawn(process.execPath, [programFile('search-indexer'), ...words], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const finished = once(child, 'exit').then(([code, signal]) => {
    if (code !== 0) throw new Error(`the search index could not be made (${signal ?? `exit ${code}`})\n${said}`);
  });
  // A build that fails before it waits has its own problem to tell.
  finished.catch(() => undefined);
  return { finished, abandon: () => void child.kill() };
}
