/** `node search-indexer.ts PLANS OUT [KEPT]`: the process that feeds Pagefind. See `build-search.ts`. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { commonWords, countWords, type IndexEntry, searchEntry, type WordCount } from '../exports/search-entry.ts';
import type { SearchRecord } from '../exports/search-records.ts';
import { stopwordsOf } from '../wiki/text/stopwords.ts';
import type { NameManifest } from '../wiki/views/contracts/name-index.ts';
import { COLUMNS, decodeFacet, encodeFacet } from '../wiki/views/contracts/search-facets.ts';
import type { PassagePlan } from './build-search.ts';
import { codeDigest } from './code-digest.ts';
import { finishIndex, packAddress } from './finish-index.ts';
import { packFolder, unpackFolder } from './packed-folder.ts';
import { pruneKept } from './prune-kept.ts';
import { readPassages } from './read-passages.ts';

/** Records under way to Pagefind at once. */
const AT_ONCE = 64;

/** Letters that tell words of our trade apart: `C++`, `C#`, `.NET`, `A/B`, `AT&T`, `k-NN`. */
const SYMBOLS = '+#&./-';

/** What Pagefind's own interfaces need; ours do not. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown\./;
/** Code that lies beside the pages and serves both indexes; each index brings its own WebAssembly. */
const SHARED = /^pagefind(?:-worker)?\.js$/;

/**
 * Places of words in one file of the index. Pagefind’s own 20,000 make a reader load 40 kB for a word; a list that is
 * longer than this by itself still has a file of its own.
 */
const PLACES_IN_A_FILE = 1000;
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(PLACES_IN_A_FILE);

/** Records shown together lie together: neighbours are of one episode, and a file for each would be most of the time. */
const RECORDS_IN_A_FILE = 8;

/** Code that decides what an index is. */
const INDEXERS = [
  ...['exports', 'wiki/text', 'wiki/views/contracts'],
  ...['workspace/finish-index.ts', 'workspace/search-indexer.ts'],
];

/** What an index is made of. Records are read twice, one at a time, and numbered in this order. */
interface Source {
  language: string;
  /** Stands for the records. */
  digest(): Promise<string>;
  records(): AsyncIterable<SearchRecord>;
}

/**
 * Makes an index, or takes the one that was made of the same by the same code: what was kept of another state is
 * replaced. Pages and claims lie apart, so that an edit of the one leaves the other as it is.
 */
async function makeIndex(name: string, source: Source, out: string, kept: string | undefined): Promise<void> {
  if (kept === undefined) return buildIndex(name, source, out);
  const folder = join(out, name);
  const key = `${await indexers()} ${await source.digest()}`;
  if (await unpackFolder(join(kept, name), key, folder)) return;
  await buildIndex(name, source, out);
  await packFolder(folder, key, join(kept, name));
}

let known: Promise<string> | undefined;

function indexers(): Promise<string> {
  known ??= codeDigest([...INDEXERS.map((path) => `src/${path}`), 'package-lock.json']);
  return known;
}

/** Of no passages no index is made. */
async function buildIndex(name: string, source: Source, out: string): Promise<void> {
  const { language } = source;
  const stopwords = stopwordsOf(language);
  const counts = new Map<string, WordCount>();
  let records = 0;
  for await (const record of source.records()) {
    countWords(record, stopwords, counts);
    records++;
  }
  if (records === 0 && name === 'passages') return;
  const { index, errors } = await createIndex({
    includeCharacters: SYMBOLS,
    maxFragments: Math.max(1, Math.ceil(records / RECORDS_IN_A_FILE)),
  });
  if (!index) throw new Error(errors.join('\n'));
  const options = { language, stopwords, common: commonWords(counts), isKnown: (word: string) => counts.has(word) };
  let row = 0;
  let pending: Promise<void>[] = [];
  for await (const record of source.records()) {
    pending.push(addEntry(index, row++, searchEntry(record, options), language));
    if (pending.length < AT_ONCE) continue;
    await Promise.all(pending);
    pending = [];
  }
  await Promise.all(pending);
  const folder = join(out, name);
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await index.deleteIndex();
  // The first index brings the code along for all.
  const isDouble = (file: string) => UNUSED.test(file) || (name !== 'pages' && SHARED.test(file));
  for (const file of await readdir(folder)) if (isDouble(file)) await rm(join(folder, file));
  await finishIndex(folder);
}

/** Pages or claims, as they were written down. */
function plannedSource(name: 'pages' | 'claims', plans: string, language: string): Source {
  const file = join(plans, `${name}.ndjson`);
  return {
    language,
    async digest() {
      const hash = createHash('sha1').update(`${language}\0`);
      for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
      return hash.digest('base64url');
    },
    records: () => recordsIn(file),
  };
}

/** Passages, from the transcripts themselves; `facets` of the last reading are told apart. */
function passageSource({ folder, episodes, language }: PassagePlan, facets: Pick<SearchRecord, 'facets'>[]): Source {
  async function* records() {
    facets.length = 0;
    for await (const record of readPassages(folder, episodes)) {
      facets.push({ facets: record.facets });
      yield record;
    }
  }
  return {
    language,
    async digest() {
      const hash = createHash('sha1').update(`${language}\0`);
      for await (const { facets: _, ...record } of records()) hash.update(JSON.stringify(record));
      return hash.digest('base64url');
    },
    records,
  };
}

async function* recordsIn(file: string): AsyncGenerator<SearchRecord> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line) as SearchRecord;
}

async function addEntry(index: PagefindIndex, row: number, entry: IndexEntry, language: string): Promise<void> {
  const url = packAddress(row, entry);
  const { errors } =
    entry.form === 'html'
      ? await index.addHTMLFile({ url, content: entry.content })
      : await index.addCustomRecord({ url, content: entry.content, language });
  if (errors.length > 0) throw new Error(`${entry.path}: ${errors.join('\n')}`);
}

const [plans, out, kept] = process.argv.slice(2) as [string, string, string | undefined];
const plan = JSON.parse(await readFile(join(plans, 'passages.json'), 'utf8')) as PassagePlan;
for (const name of ['pages', 'claims'] as const) {
  await makeIndex(name, plannedSource(name, plans, plan.language), out, kept);
}
const said: Pick<SearchRecord, 'facets'>[] = [];
await makeIndex('passages', passageSource(plan, said), out, kept);
if (said.length > 0) await tellOfPassages();
await close();
if (kept !== undefined) await pruneKept(dirname(kept));

/** What is said is counted, and can be narrowed, only when it has been read. */
async function tellOfPassages(): Promise<void> {
  const file = join(out, 'names', 'names.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as NameManifest;
  manifest.records.passages = said.length;
  const titles = new Map<string, string>(
    plan.episodes.flatMap(({ show, speakers }) => [
      [`show ${show.slug}`, show.title] as const,
      ...Object.values(speakers).map(({ slug, title }) => [`guest ${slug}`, title] as const),
    ]),
  );
  for (const column of COLUMNS) {
    const place = join(out, 'facets', `${column}.json`);
    const before = column in manifest.facets ? decodeFacet(JSON.parse(await readFile(place, 'utf8'))) : undefined;
    const labels = new Map(before?.keys.map((key, index) => [key, before.labels[index] as string]));
    const keysOf = (ordinals: number[]) => ordinals.map((ordinal) => before?.keys[ordinal] as string);
    const rows = Object.entries(before?.rows ?? {}).map(([index, rows = []]) => [index, rows.map(keysOf)]);
    const added = said.map((record) => record.facets[column] ?? []);
    const merged = encodeFacet(
      { ...Object.fromEntries(rows), passages: added },
      (key) => labels.get(key) ?? titles.get(`${column} ${key}`) ?? key,
    );
    if (!merged) continue;
    manifest.facets[column] = merged.values.length;
    await writeFile(place, JSON.stringify(merged));
  }
  await writeFile(file, JSON.stringify(manifest));
}
