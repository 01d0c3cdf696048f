import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { decode, encode } from 'cborg';
import type { IndexEntry, ShownRecord } from '../exports/search-entry.ts';
import { recordId, rowOf } from '../wiki/views/contracts/search-facets.ts';

/** Pagefind’s mark at the beginning of its files. */
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Files under way at once. */
const AT_ONCE = 64;

const inflate = promisify(gunzip);
const deflate = promisify(gzip);

/** Pagefind’s table of contents (`pf_meta`, version 1.6): its version, a record each, and the files of words, filters, sorts. */
type Contents = [version: string, pages: [id: string, words: number, group: string][], ...rest: unknown[]];
/** Its first file: which language has which table of contents. */
interface Entry {
  languages: Record<string, { hash: string }>;
}

/**
 * Writes what is shown of records into Pagefind’s files, in the place of what was indexed, and numbers the records. Pagefind
 * names them after their content, seven letters that no compression makes smaller; a reader loads all of those before the
 * first answer. Files keep being named after what is in them.
 */
export async function finishIndex(folder: string): Promise<void> {
  const ids = new Map<string, string>();
  const groups = new Map<string, string>();
  const fragments = join(folder, 'fragment');
  const files = (await readdir(fragments).catch(() => [])).sort();
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await Promise.all(files.slice(start, start + AT_ONCE).map(finishFile));
  }
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as Entry;
  for (const [language, about] of Object.entries(entry.languages))
    about.hash = await finishContents(language, about.hash);
  await writeFile(entryFile, JSON.stringify(entry));

  async function finishFile(file: string): Promise<void> {
    const kept = JSON.parse((await read(join(fragments, file))).toString('utf8')) as Kept | Record<string, Kept>;
    const before = file.slice(0, file.indexOf('.'));
    const isGroup = before.includes('_group_');
    const language = before.slice(0, before.indexOf('_'));
    const records = isGroup ? Object.entries(kept as Record<string, Kept>) : [[before, kept as Kept] as const];
    const finished = records.map(([id, { url }]) => {
      const { row, path, shown } = unpackAddress(url);
      const name = `${language}_${recordId(row)}`;
      ids.set(id, name);
      return [name, { url: `/${path}`, word_count: 0, filters: {}, anchors: [], ...shown }] as const;
    });
    const bytes = Buffer.from(JSON.stringify(Object.fromEntries(finished)));
    const name = `${language}_group_${digest(bytes)}`;
    for (const [id] of records) groups.set(id, name);
    await rm(join(fragments, file));
    await write(join(fragments, `${name}.pf_fragment`), bytes);
  }

  async function finishContents(language: string, before: string): Promise<string> {
    const place = (hash: string) => join(folder, `pagefind.${hash}.pf_meta`);
    const bytes = await read(place(before));
    const contents = decode(bytes) as Contents;
    if (!Buffer.from(encode(contents)).equals(bytes)) throw new Error('Pagefind writes another format than it did');
    for (const page of contents[1]) {
      const [id] = page;
      page[0] = ids.get(id) ?? id;
      page[2] = groups.get(id) ?? page[2];
    }
    const after = Buffer.from(encode(contents));
    const name = `${language}_${digest(after)}`;
    await rm(place(before));
    await write(place(name), after);
    return name;
  }
}

/**
 * Pagefind indexes whatever it keeps for showing, addresses of recordings included, and all it keeps of a record word for
 * word is its address. So its number and what is shown travel there.
 */
export function packAddress(row: number, { path, shown }: IndexEntry): string {
  return `/${recordId(row)}/${path}#${JSON.stringify(shown)}`;
}

function unpackAddress(address: string): { row: number; path: string; shown: ShownRecord } {
  const start = address.indexOf('/', 1);
  const end = address.indexOf('#{');
  return {
    row: rowOf(address.slice(1, start)),
    path: address.slice(start + 1, end),
    shown: JSON.parse(address.slice(end + 1)) as ShownRecord,
  };
}

/** What we use of a record as Pagefind writes it. */
interface Kept {
  url: string;
}

async function read(file: string): Promise<Buffer> {
  return (await inflate(await readFile(file))).subarray(SIGNATURE.length);
}

async function write(file: string, bytes: Buffer): Promise<void> {
  await writeFile(file, await deflate(Buffer.concat([SIGNATURE, bytes]), { level: 9 }));
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}
