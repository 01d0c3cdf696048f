import { readFile } from 'node:fs/promises';
import { PARTS } from '../exports/search-entry.ts';
import { TokenRows, type TokenTable } from '../exports/token-table.ts';
import type { AnalysedToken } from '../exports/word-places.ts';
import { digestOf } from './model-digest.ts';
import { replaceFile } from './replace-file.ts';

/** Characters of a digest (SHA-1 in base64url; it tells damage and edits, not forgeries). */
const DIGEST = 27;
const WORD_BYTES = Uint32Array.BYTES_PER_ELEMENT;

/** A file of an index as it is published, and a digest of what it was packed from. */
export interface IndexFile {
  path: string;
  bytes: Uint8Array;
  source: string;
}

/** The records that an index is made of, as far as each alone decides it. */
export interface IndexedRecords {
  /** Their pages or claims; empty where nobody asks for one by it. */
  ids: string[];
  /** Each record’s digest. */
  digests: string[];
  /** What a record can be narrowed by and what a result shows of it: JSON, a tab, JSON, and the end of a line. */
  lines: Uint8Array[];
  rows: TokenRows;
  table: TokenTable;
  /** What is known of each token. */
  analysed: (AnalysedToken | undefined)[];
}

/** An index that was made before. What it is made of is read when somebody asks. */
export interface KeptIndex {
  /** Digest of all that is kept. */
  digest: string;
  ids: readonly string[];
  digests: readonly string[];
  /** Stands for what records can be narrowed by, and what pages are called. */
  facets: string;
  files(): IndexFile[];
  /** As in `IndexedRecords`. */
  lines(): Uint8Array[];
  records(makeTable: (texts: string[]) => TokenTable): IndexedRecords;
}

interface Contents {
  key: string;
  ids: string[];
  digests: string[];
  facets: string;
  tokens: string[];
  /** In the order of the tokens; a token that is found by its own stem alone is that stem. */
  analysed: (string | AnalysedToken | null)[];
  /** Bytes of all lines, and numbers of starts and of tokens. */
  sizes: [lines: number, starts: number, rows: number];
  files: [path: string, bytes: number, source: string][];
}

/**
 * Keeps an index and what it was made of in one file, put in place by one rename: a digest of all that follows, a line of JSON
 * (`Contents`), the records’ lines, their tokens in numbers of 32 bits (after up to three bytes), and the files. Answers the
 * digest. That it cannot be kept (a full disk) only costs time.
 */
export async function keepIndex(
  path: string,
  key: string,
  records: IndexedRecords,
  facets: string,
  files: readonly IndexFile[],
): Promise<string> {
  const { rows, table } = records;
  const starts = rows.starts.subarray(0, rows.count * PARTS.length + 1);
  const tokens = rows.tokens.subarray(0, starts.at(-1));
  const { texts, analysed, renumbered } = usedTokens(records, tokens, table);
  const lines = Buffer.concat(records.lines);
  const contents: Contents = {
    key,
    ids: records.ids,
    digests: records.digests,
    facets,
    tokens: texts,
    analysed,
    sizes: [lines.length, starts.length, renumbered.length],
    files: files.map((file) => [file.path, file.bytes.length, file.source]),
  };
  const head = Buffer.from(`${JSON.stringify(contents)}\n`);
  const gap = Buffer.alloc(-(DIGEST + head.length + lines.length) & (WORD_BYTES - 1));
  const rest = [head, lines, gap, bytesOf(starts), bytesOf(renumbered), ...files.map(({ bytes }) => bytes)];
  const whole = Buffer.concat([Buffer.alloc(DIGEST), ...rest]);
  const digest = digestOf(whole.subarray(DIGEST));
  whole.write(digest, 'latin1');
  await replaceFile(path, whole).catch(() => undefined);
  return digest;
}

/** What was kept under a key; nothing when it is not whole, or was kept under another. */
export async function openKept(path: string, key: string): Promise<KeptIndex | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes || bytes.length < DIGEST) return undefined;
  const digest = bytes.toString('latin1', 0, DIGEST);
  if (digest !== digestOf(bytes.subarray(DIGEST))) return undefined;
  const end = bytes.indexOf(10, DIGEST);
  const contents = JSON.parse(bytes.toString('utf8', DIGEST, end)) as Contents;
  if (contents.key !== key) return undefined;
  const [lineBytes, startCount, tokenCount] = contents.sizes;
  const afterLines = end + 1 + lineBytes;
  const numbersAt = afterLines + (-afterLines & (WORD_BYTES - 1));
  const filesAt = numbersAt + (startCount + tokenCount) * WORD_BYTES;
  const lines = () => linesOf(bytes.subarray(end + 1, afterLines));
  return {
    digest,
    ids: contents.ids,
    digests: contents.digests,
    facets: contents.facets,
    files() {
      let at = filesAt;
      return contents.files.map(([path, length, source]) => {
        at += length;
        return { path, source, bytes: bytes.subarray(at - length, at) };
      });
    },
    lines,
    records(makeTable) {
      const numbers = new Uint32Array(startCount + tokenCount);
      Buffer.from(numbers.buffer).set(bytes.subarray(numbersAt, filesAt));
      return {
        ids: contents.ids,
        digests: contents.digests,
        lines: lines(),
        rows: TokenRows.of(numbers.subarray(startCount), numbers.subarray(0, startCount)),
        table: makeTable(contents.tokens),
        analysed: contents.analysed.map((one) =>
          typeof one === 'string' ? { places: 1, forms: [{ at: 0, stem: one, parts: 0 }] } : (one ?? undefined),
        ),
      };
    },
  };
}

/** Tokens that records have, or that were asked for; the others have left the archive. */
function usedTokens({ analysed }: IndexedRecords, tokens: Uint32Array, table: TokenTable) {
  const numbers = new Map<number, number>();
  const texts: string[] = [];
  const kept: Contents['analysed'] = [];
  const numberOf = (token: number) => {
    let number = numbers.get(token);
    if (number === undefined) {
      number = texts.length;
      numbers.set(token, number);
      texts.push(table.textOf(token));
      kept.push(briefly(analysed[token]));
    }
    return number;
  };
  const renumbered = tokens.map(numberOf);
  for (const [token, known] of analysed.entries()) if (known) numberOf(token);
  return { texts, analysed: kept, renumbered };
}

function briefly(analysed: AnalysedToken | undefined): string | AnalysedToken | null {
  const [form, ...others] = analysed?.forms ?? [];
  const isPlain = analysed?.places === 1 && form && others.length === 0;
  return isPlain && form.variant === undefined && form.parts === 0 && form.at === 0 ? form.stem : (analysed ?? null);
}

function linesOf(bytes: Buffer): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start) + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
