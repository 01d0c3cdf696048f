/** `node search-indexer.ts PLANS OUT`: the process that feeds Pagefind. See `build-search.ts`. */
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { IndexEntry } from '../exports/search-index.ts';
import type { FacetTable } from '../wiki/views/contracts/search-facets.ts';

/** Records under way to Pagefind at once. */
const AT_ONCE = 64;

/** Letters that tell words of our trade apart: `C++`, `C#`, `.NET`, `A/B`, `AT&T`, `k-NN`. */
const SYMBOLS = '+#&./-';

/** What Pagefind's own interfaces need; ours do not. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown\./;
/** Code that lies beside the pages and serves both indexes; each index brings its own WebAssembly. */
const SHARED = /^pagefind(?:-worker)?\.js$/;

async function buildIndex(name: string, plans: string, out: string): Promise<void> {
  const { index, errors } = await createIndex({ includeCharacters: SYMBOLS });
  if (!index) throw new Error(errors.join('\n'));
  const addresses = await addEntries(index, join(plans, `${name}.ndjson`));
  const folder = join(out, name);
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await index.deleteIndex();
  for (const file of await readdir(folder)) if (UNUSED.test(file)) await rm(join(folder, file));
  const ids = await idsByAddress(join(folder, 'fragment'));
  const facets = JSON.parse(await readFile(join(plans, `${name}.facets.json`), 'utf8')) as FacetTable;
  const known = addresses.map((address) => ids.get(address) ?? '');
  const table: FacetTable = { ids: known.join(''), idLength: known[0]?.length ?? 0, columns: facets.columns };
  await writeFile(join(folder, 'facets.json'), JSON.stringify(table));
}

/** In the order of the file, a few at a time; Pagefind's output does not depend on which comes first. */
async function addEntries(index: PagefindIndex, file: string): Promise<string[]> {
  const addresses: string[] = [];
  let pending: Promise<void>[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const entry = JSON.parse(line) as IndexEntry;
    addresses.push(entry.url);
    pending.push(addEntry(index, entry));
    if (pending.length < AT_ONCE) continue;
    await Promise.all(pending);
    pending = [];
  }
  await Promise.all(pending);
  return addresses;
}

async function addEntry(index: PagefindIndex, entry: IndexEntry): Promise<void> {
  const { errors } =
    entry.form === 'html'
      ? await index.addHTMLFile({ url: `/${entry.url}`, content: entry.content })
      : await index.addCustomRecord({
          url: `/${entry.url}`,
          content: entry.content,
          language: entry.language,
          meta: entry.meta,
        });
  if (errors.length > 0) throw new Error(`${entry.url}: ${errors.join('\n')}`);
}

/** Pagefind names its records after their content; which is which stands in the fragments alone. */
async function idsByAddress(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  if (!existsSync(folder)) return ids;
  const SIGNATURE = 'pagefind_dcd'.length;
  for (const file of (await readdir(folder)).sort()) {
    const text = gunzipSync(await readFile(join(folder, file))).toString('utf8', SIGNATURE);
    const { url } = JSON.parse(text) as { url: string };
    ids.set(url.slice(1), (file.split('.')[0] as string).replace(/^[^_]*_/, ''));
  }
  return ids;
}

const [plans, out] = process.argv.slice(2) as [string, string];
for (const name of ['pages', 'claims']) await buildIndex(name, plans, out);
for (const file of await readdir(join(out, 'claims'))) if (SHARED.test(file)) await rm(join(out, 'claims', file));
await close();
