/** `node search-indexer.ts PLANS OUT`: the process that feeds Pagefind. See `build-search.ts`. */
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { IndexEntry, ShownRecord } from '../exports/search-index.ts';
import { encodeIds, type FacetTable } from '../wiki/views/contracts/search-facets.ts';

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
const PLACES_IN_A_FILE = 2000;
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(PLACES_IN_A_FILE);

async function buildIndex(name: string, plans: string, out: string): Promise<void> {
  const { index, errors } = await createIndex({ includeCharacters: SYMBOLS });
  if (!index) throw new Error(errors.join('\n'));
  const addresses = await addEntries(index, join(plans, `${name}.ndjson`));
  const folder = join(out, name);
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await index.deleteIndex();
  for (const file of await readdir(folder)) if (UNUSED.test(file)) await rm(join(folder, file));
  const ids = await finishFragments(join(folder, 'fragment'));
  const facets = JSON.parse(await readFile(join(plans, `${name}.facets.json`), 'utf8')) as FacetTable;
  const table: FacetTable = {
    ...encodeIds(addresses.map((address) => ids.get(address) ?? '')),
    columns: facets.columns,
  };
  await writeFile(join(folder, 'facets.json'), JSON.stringify(table));
}

/** In the order of the file, a few at a time; Pagefind's output does not depend on which comes first. */
async function addEntries(index: PagefindIndex, file: string): Promise<string[]> {
  const addresses: string[] = [];
  let pending: Promise<void>[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const entry = JSON.parse(line) as IndexEntry;
    addresses.push(entry.path);
    pending.push(addEntry(index, entry));
    if (pending.length < AT_ONCE) continue;
    await Promise.all(pending);
    pending = [];
  }
  await Promise.all(pending);
  return addresses;
}

/**
 * Pagefind indexes whatever it keeps for showing, addresses of recordings included, and all it keeps of a record word for
 * word is its address. So what is shown travels there, and `finishFragments` takes it out again.
 */
async function addEntry(index: PagefindIndex, entry: IndexEntry): Promise<void> {
  const url = `/${entry.path}#${JSON.stringify(entry.shown)}`;
  const { errors } =
    entry.form === 'html'
      ? await index.addHTMLFile({ url, content: entry.content })
      : await index.addCustomRecord({ url, content: entry.content, language: entry.language });
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
    const { url } = JSON.parse(text) as { url: string };
    const path = url.slice(1, url.indexOf('#'));
    const shown = JSON.parse(url.slice(url.indexOf('#') + 1)) as ShownRecord;
    const record = { url: `/${path}`, word_count: 0, filters: {}, anchors: [], ...shown };
    await writeFile(place, await deflate(SIGNATURE + JSON.stringify(record)));
    ids.set(path, (file.split('.')[0] as string).replace(/^[^_]*_/, ''));
  }
}

const [plans, out] = process.argv.slice(2) as [string, string];
for (const name of ['pages', 'claims']) await buildIndex(name, plans, out);
for (const file of await readdir(join(out, 'claims'))) if (SHARED.test(file)) await rm(join(out, 'claims', file));
await close();
