import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { arrangeRows } from '../exports/arrange-tokens.ts';
import { contentsBytes, type ListedRecord, PAGEFIND_VERSION, wordFiles } from '../exports/pagefind-index.ts';
import { tokenReader } from '../exports/read-tokens.ts';
import { TokenRows, TokenTable } from '../exports/token-table.ts';
import { type AnalysedToken, invertRows } from '../exports/word-places.ts';
import { stopwordsOf } from '../wiki/text/stopwords.ts';
import { recordId } from '../wiki/views/contracts/search-facets.ts';
import { analyseTokens } from './analyse-tokens.ts';
import type { IndexSource } from './index-source.ts';
import type { IndexedRecords, IndexFile, KeptIndex } from './kept-index.ts';

/** Pagefind’s mark at the beginning of its files. */
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Its first file: which language has which table of contents. */
const ENTRY_FILE = 'pagefind-entry.json';
/** Code that lies beside the pages and serves all indexes; each index brings its own WebAssembly. */
const CODE = /^pagefind(?:-worker)?\.js$/;
/** Records shown together lie together: neighbours are of one episode, and a file for each would be most of the time. */
const RECORDS_IN_A_FILE = 8;

/** Long lists of places are alike everywhere: to look for the very best match costs half as much again, for a thousandth. */
const LISTS_LEVEL = 8;

interface Entry {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

/** What Pagefind knows of tokens, for all indexes of a language, and where it has put its code. */
export interface Analyst {
  language: string;
  /** Folder of Pagefind’s own, made when it is first needed. */
  folder: string;
  known: Map<string, AnalysedToken>;
}

/**
 * Makes an index in Pagefind’s format. Each record’s words, what Pagefind makes of a token, and the packed files are taken from
 * what was kept where they were made of the same; everything that depends on all records together is made anew, so that what
 * comes out is the same with and without it.
 */
export async function makeIndex(
  source: IndexSource,
  digests: string[],
  analyst: Analyst,
  kept: KeptIndex | undefined,
  hasCode: boolean,
): Promise<{ records: IndexedRecords; files: IndexFile[] }> {
  const { language } = analyst;
  const records = await readRecords(source, digests, language, kept);
  const { rows, table } = records;
  const arranged = arrangeRows(rows, table, source.isMoment);
  const packed = new Map(kept?.files().map((file) => [file.source, file]));
  const analysed = await analyse(arranged.tokens.distinct(table.texts.length), records, analyst);
  const code = await codeFiles(analyst, hasCode, kept);
  // What is no longer asked for is not kept.
  records.analysed = analysed;
  const { words, lengths } = invertRows(arranged, (token) => analysed[token] as AnalysedToken);

  const shown = packAll(shownFiles(records, language), packed);
  const listed = Array.from(lengths, (words, row): ListedRecord => {
    const file = shown[Math.floor(row / RECORDS_IN_A_FILE)]?.name ?? '';
    return { id: `${language}_${recordId(row)}`, words, file };
  });
  const runs = [...wordFiles(words)];
  const named = packAll(namedWordFiles(runs, language), packed, LISTS_LEVEL);
  const contents = contentsBytes(
    listed,
    runs.map(({ from, to }, index) => ({ from, to, name: named[index]?.name ?? '' })),
  );
  const name = `${language}_${sourceOf(contents).slice(0, 10)}`;
  const isEmpty = rows.count === 0;
  const table_ = { name, path: `pagefind.${name}.pf_meta`, bytes: contents, source: sourceOf(contents) };
  const tables = isEmpty ? [] : packAll([table_], packed);
  const entry = { ...code.entry };
  entry.languages = isEmpty ? {} : { [language]: { hash: name, wasm: code.wasm, page_count: rows.count } };
  return {
    records,
    files: [
      ...code.files.filter(({ path }) => !isEmpty || CODE.test(path)),
      { path: ENTRY_FILE, bytes: Buffer.from(JSON.stringify(entry)), source: '' },
      ...tables,
      ...shown,
      ...named,
    ].map(({ path, bytes, source }) => ({ path, bytes, source })),
  };
}

/** Words of each record, read anew where it is not one that was kept. */
async function readRecords(
  source: IndexSource,
  digests: string[],
  language: string,
  kept: KeptIndex | undefined,
): Promise<IndexedRecords> {
  const before = kept?.records((texts) => new TokenTable(texts));
  const rowsBefore = new Map(before?.digests.map((digest, row) => [digest, row]));
  const table = before?.table ?? new TokenTable();
  const rows = new TokenRows();
  const lines: Uint8Array[] = [];
  const tokensOf = tokenReader(table, stopwordsOf(language));
  await source.each((row, read) => {
    const same = rowsBefore.get(digests[row] as string);
    if (before && same !== undefined) {
      rows.add(before.rows.parts(same));
      lines.push(before.lines[same] as Uint8Array);
      return;
    }
    const { line, texts } = read();
    rows.add(tokensOf(texts));
    lines.push(line);
  });
  return { ids: source.ids, digests, lines, rows, table, analysed: before?.analysed ?? [] };
}

/** By token; Pagefind is asked for what nobody knows yet. */
async function analyse(
  wanted: readonly number[],
  { table, analysed }: IndexedRecords,
  analyst: Analyst,
): Promise<AnalysedToken[]> {
  const missing: string[] = [];
  for (const token of wanted) {
    const text = table.textOf(token);
    if (analysed[token]) analyst.known.set(text, analysed[token]);
    else if (!analyst.known.has(text)) missing.push(text);
  }
  if (missing.length > 0) {
    const found = await analyseTokens(missing, analyst.language, analyst.folder);
    for (const [index, text] of missing.entries()) analyst.known.set(text, found[index] as AnalysedToken);
  }
  const answer: AnalysedToken[] = [];
  for (const token of wanted) answer[token] = analyst.known.get(table.textOf(token)) as AnalysedToken;
  return answer;
}

/** Pagefind’s code for the browser, from what was kept or as it writes it. */
async function codeFiles(analyst: Analyst, hasCode: boolean, kept: KeptIndex | undefined) {
  const { language, folder } = analyst;
  const wasmOf = (entry: Entry) => `wasm.${entry.languages[language]?.wasm ?? 'unknown'}.pagefind`;
  const isCode = (entry: Entry, path: string) => path === wasmOf(entry) || (hasCode && CODE.test(path));
  const files = kept?.files() ?? [];
  const own = files.find(({ path }) => path === ENTRY_FILE);
  let entry = own && (JSON.parse(Buffer.from(own.bytes).toString('utf8')) as Entry);
  let code: IndexFile[];
  if (entry?.languages[language]) code = files.filter(({ path }) => isCode(entry as Entry, path));
  else {
    const inFolder = () => readFile(join(folder, ENTRY_FILE), 'utf8');
    const text = await inFolder().catch(() => analyseTokens([], language, folder).then(inFolder));
    const made = JSON.parse(text) as Entry;
    const paths = (await readdir(folder)).filter((path) => isCode(made, path));
    code = await Promise.all(
      paths.sort().map(async (path) => ({ path, bytes: await readFile(join(folder, path)), source: '' })),
    );
    entry = made;
  }
  if (entry.version !== PAGEFIND_VERSION) throw new Error(`Pagefind ${entry.version} may write another format`);
  return { entry, wasm: entry.languages[language]?.wasm ?? null, files: code };
}

/** A file before it is packed. */
interface UnpackedFile extends IndexFile {
  /** What tables call it. */
  name: string;
}

/** What is shown of records, several in a file, under their numbers. */
function* shownFiles({ lines }: IndexedRecords, language: string): Generator<UnpackedFile> {
  const nameOf = shortNames();
  for (let start = 0; start < lines.length; start += RECORDS_IN_A_FILE) {
    const parts: Uint8Array[] = [];
    for (const [index, line] of lines.slice(start, start + RECORDS_IN_A_FILE).entries()) {
      parts.push(Buffer.from(`${index === 0 ? '{' : ','}"${language}_${recordId(start + index)}":`));
      parts.push(line.subarray(line.indexOf(9) + 1, -1));
    }
    const bytes = Buffer.concat([...parts, Buffer.from('}')]);
    const source = sourceOf(bytes);
    const name = `${language}_group_${nameOf(source)}`;
    yield { name, path: `fragment/${name}.pf_fragment`, bytes, source };
  }
}

function* namedWordFiles(runs: readonly { bytes: Uint8Array }[], language: string): Generator<UnpackedFile> {
  const nameOf = shortNames();
  for (const { bytes } of runs) {
    const source = sourceOf(bytes);
    const name = `${language}_${nameOf(source)}`;
    yield { name, path: `index/${name}.pf_index`, bytes, source };
  }
}

/** Beginnings of digests, as short as Pagefind’s own (a reader loads all of them at first) and no two the same. */
function shortNames(): (source: string) => string {
  const taken = new Set<string>();
  return (source) => {
    let length = 7;
    while (taken.has(source.slice(0, length))) length++;
    taken.add(source.slice(0, length));
    return source.slice(0, length);
  };
}

/** Packs files, but those that were packed before. At once: many small files cost threads more than one. */
function packAll(files: Iterable<UnpackedFile>, packed: ReadonlyMap<string, IndexFile>, level = 9): UnpackedFile[] {
  return Array.from(files, (file) => {
    const before = packed.get(file.source);
    return { ...file, bytes: before?.bytes ?? gzipSync(Buffer.concat([SIGNATURE, file.bytes]), { level }) };
  });
}

/** A digest of a file before it is packed. */
function sourceOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
