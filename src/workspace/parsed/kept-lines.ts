import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { modelDigest } from '../model-digest.ts';
import { replaceFile } from '../replace-file.ts';
import { DIGEST, LINE_END, type PackedLine } from './packed-line.ts';

/** Characters of a checksum: it tells damage. */
const CHECKSUM = 8;
/** Bytes of the first line: digest of the code, checksum of what an addition adds to (zeros where it is none), checksum of all that follows. */
const HEAD = DIGEST + 2 * CHECKSUM + 1;
/** Stands for a file that adds to nothing. */
export const WHOLE = '0'.repeat(CHECKSUM);

/** A file of lines under one that says what made it. */
export interface KeptLines {
  /** Checksum of what it adds to. */
  base: string;
  checksum: string;
  body: Buffer;
}

/** `undefined` where it is not whole, was made by other code, or has another base than was asked for. */
export async function readKeptLines(path: string, asked?: string): Promise<KeptLines | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes?.[HEAD - 1] !== LINE_END) return undefined;
  const body = bytes.subarray(HEAD);
  const checksum = checksumOf(body);
  const base = bytes.toString('latin1', DIGEST, DIGEST + CHECKSUM);
  const head = `${modelDigest()}${asked ?? base}${checksum}\n`;
  return bytes.toString('latin1', 0, HEAD) === head ? { base, checksum, body } : undefined;
}

/** Lines, each with the break at its end. */
export function* linesIn(body: Buffer): Iterable<PackedLine> {
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(LINE_END, start) + 1;
    yield body.subarray(start, end);
    start = end;
  }
}

/** Puts them in place in order, by one rename. */
export async function writeKeptLines(path: string, base: string, lines: PackedLine[]): Promise<void> {
  const body = Buffer.concat(lines.sort(Buffer.compare));
  const head = Buffer.from(`${modelDigest()}${base}${checksumOf(body)}\n`);
  await replaceFile(path, Buffer.concat([head, body]));
}

function checksumOf(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(CHECKSUM, '0');
}
