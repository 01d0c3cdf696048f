/** `node search-indexer.ts PLANS OUT [KEPT]`: the process that feeds Pagefind. See `build-search.ts`. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import {
  commonWords,
  countWords,
  type IndexEntry,
  type ShownRecord,
  searchEntry,
  type WordCount,
} from '../exports/search-entry.ts';
import { columnsOf, type IndexPlan } from '../exports/search-index.ts';
import type { SearchRecord } from '../exports/search-records.ts';
import { stopwordsOf } from '../wiki/text/stopwords.ts';
import type { NameManifest } from '../wiki/views/contracts/name-index.ts';
import { encodeIds, type FacetTable } from '../wiki/views/contracts/search-facets.ts';
import type { PassagePlan } from './build-search.ts';
import { codeDigest } from './code-digest.ts';
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

const inflate = promisify(gunzip);
const deflate = promisify(gzip);

/**
 * Places of words in one file of the index. Pagefind’s own 20,000 make a reader load 40 kB for a word; a list that is
 * longer than this by itself still has a file of its own.
 */
const PLACES_IN_A_FILE = 1000;
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(PLACES_IN_A_FILE);

/** Records shown together lie together: neighbours are of one episode, and a file for each would be most of the time. */
const RECORDS_IN_A_FILE = 8;

/** Code that decides what an index is. */
const INDEXERS = ['exports', 'wiki/text', 'wiki/views/contracts', 'workspace/search-indexer.ts'];

/** What an index is made of. Records are read twice, one at a time. */
interface Source {
  language: string;
  /** Stands for the records and the columns. */
  digest(): Promise<string>;
  records(): AsyncIterable<SearchRecord>;
  /** Facets, in the order of the records. */
  columns(): FacetTable['columns'];
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
  const paths: string[] = [];
  let pending: Promise<void>[] = [];
  for await (const record of source.records()) {
    paths.push(record.path);
    pending.push(addEntry(index, searchEntry(record, options), language));
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
  const ids = await finishFragments(join(folder, 'fragment'));
  const table: FacetTable = { ...encodeIds(paths.map((path) => ids.get(path) ?? '')), columns: source.columns() };
  await writeFile(join(folder, 'facets.json'), JSON.stringify(table));
}

/** Pages or claims, as they were written down. */
async function plannedSource(name: IndexPlan['name'], plans: string): Promise<Source> {
  const about = JSON.parse(await readFile(join(plans, `${name}.json`), 'utf8')) as IndexPlan['about'];
  return {
    language: about.language,
    async digest() {
      const hash = createHash('sha1');
      for (const file of [`${name}.json`, `${name}.ndjson`])
        hash.update(await readFile(join(plans, file))).update('\0');
      return hash.digest('base64url');
    },
    records: () => recordsIn(join(plans, `${name}.ndjson`)),
    columns: () => about.columns,
  };
}

/** Passages, from the transcripts themselves. */
async function passageSource(plans: string): Promise<Source> {
  const plan = JSON.parse(await readFile(join(plans, 'passages.json'), 'utf8')) as PassagePlan;
  let facets: Pick<SearchRecord, 'facets'>[] = [];
  const titles = new Map(
    plan.episodes.flatMap(({ show, speakers }) => [
      [`show ${show.slug}`, show.title] as const,
      ...Object.values(speakers).map(({ slug, title }) => [`guest ${slug}`, title] as const),
    ]),
  );
  async function* records() {
    facets = [];
    for await (const record of readPassages(plan.folder, plan.episodes)) {
      facets.push({ facets: record.facets });
      yield record;
    }
  }
  return {
    language: plan.language,
    async digest() {
      const hash = createHash('sha1').update(JSON.stringify([plan.language, [...titles]]));
      for await (const record of records()) hash.update(JSON.stringify(record));
      return hash.digest('base64url');
    },
    records,
    columns: () =>
      columnsOf(facets, (facet) =>
        facet === 'guest' || facet === 'show' ? (key) => titles.get(`${facet} ${key}`) ?? key : undefined,
      ),
  };
}

async function* recordsIn(file: string): AsyncGenerator<SearchRecord> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line) as SearchRecord;
}

/**
 * Pagefind indexes whatever it keeps for showing, addresses of recordings included, and all it keeps of a record word for
 * word is its address. So what is shown travels there, and `finishFragments` takes it out again.
 */
async function addEntry(index: PagefindIndex, entry: IndexEntry, language: string): Promise<void> {
  const url = `/${entry.path}#${JSON.stringify(entry.shown)}`;
  const { errors } =
    entry.form === 'html'
      ? await index.addHTMLFile({ url, content: entry.content })
      : await index.addCustomRecord({ url, content: entry.content, language });
  if (errors.length > 0) throw new Error(`${entry.path}: ${errors.join('\n')}`);
}

/** Pagefind’s mark at the beginning of its files. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Writes what is shown into the records’ files, in the place of what was indexed. Answers Pagefind’s ids by path: it
 * names records after their content, and which is which stands in these files alone.
 */
async function finishFragments(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  if (!existsSync(folder)) return ids;
  const files = (await readdir(folder)).sort();
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await Promise.all(files.slice(start, start + AT_ONCE).map(finish));
  }
  return ids;

  async function finish(file: string): Promise<void> {
    const place = join(folder, file);
    const text = (await inflate(await readFile(place))).toString('utf8', SIGNATURE.length);
    const kept = JSON.parse(text) as Fragment | Record<string, Fragment>;
    const isGroup = file.includes('_group_');
    const fragments = isGroup ? Object.entries(kept) : [[file.slice(0, file.indexOf('.')), kept as Fragment] as const];
    const finished = fragments.map(([id, { url }]) => {
      const path = url.slice(1, url.indexOf('#{'));
      ids.set(path, id.replace(/^[^_]*_/, ''));
      const shown = JSON.parse(url.slice(url.indexOf('#{') + 1)) as ShownRecord;
      return [id, { url: `/${path}`, word_count: 0, filters: {}, anchors: [], ...shown }] as const;
    });
    const whole = isGroup ? Object.fromEntries(finished) : finished[0]?.[1];
    await writeFile(place, await deflate(SIGNATURE + JSON.stringify(whole)));
  }
}

/** What we use of a record as Pagefind writes it. */
interface Fragment {
  url: string;
}

const [plans, out, kept] = process.argv.slice(2) as [string, string, string | undefined];
for (const name of ['pages', 'claims'] as const) await makeIndex(name, await plannedSource(name, plans), out, kept);
await makeIndex('passages', await passageSource(plans), out, kept);
await tellOfPassages();
await close();
if (kept !== undefined) await pruneKept(dirname(kept));

/** What is said is counted only when it has been read. */
async function tellOfPassages(): Promise<void> {
  const facets = await readFile(join(out, 'passages', 'facets.json'), 'utf8').catch(() => undefined);
  if (facets === undefined) return;
  const { ids, idLength } = JSON.parse(facets) as FacetTable;
  const file = join(out, 'names', 'names.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as NameManifest;
  manifest.records.passages = ids.length / idLength;
  await writeFile(file, JSON.stringify(manifest));
}
