import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 256 * 1024;
/** Characters after which a line is cut, so that a file without line breaks does not grow in memory. */
const MAX_LINE = 1_000_000;
/** Characters to tell formats apart by. */
const HEAD = 4000;
const BREAK = /\r\n|\r|\n/;

/** A text file that is never in memory whole. */
export interface TextLines {
  /** How it begins. */
  head: string;
  /** Whether the encoding had to be guessed: `decodeText` says how. */
  isGuess: boolean;
  /** Read from the disk each time they are asked for. */
  lines: Iterable<string>;
}

/** Opens a text file to be read line by line, whatever its encoding and its line breaks. Throws where it cannot be read. */
export function textLines(path: string): TextLines {
  const encoding = encodingOf(path);
  const chunks = () => decoded(path, encoding, false);
  const head = chunks().next().value?.slice(0, HEAD) ?? '';
  return { head, isGuess: encoding === 'windows-1252', lines: { [Symbol.iterator]: () => linesIn(chunks()) } };
}

/** The text of a file in parts, as UTF-8 and nothing else. */
export function textParts(path: string): Iterable<string> {
  return decoded(path, 'utf-8', false);
}

function encodingOf(path: string): string {
  for (const bytes of chunksOf(path)) {
    const mark = [...bytes.subarray(0, 2)].join();
    if (mark === '255,254') return 'utf-16le';
    if (mark === '254,255') return 'utf-16be';
    break;
  }
  try {
    for (const _ of decoded(path, 'utf-8', true));
    return 'utf-8';
  } catch (problem) {
    if (problem instanceof TypeError) return 'windows-1252';
    throw problem;
  }
}

function* decoded(path: string, encoding: string, fatal: boolean): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  for (const bytes of chunksOf(path)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  const buffer = new Uint8Array(CHUNK_BYTES);
  try {
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) yield buffer.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

function* linesIn(parts: Iterable<string>): Generator<string> {
  let rest = '';
  for (const part of parts) {
    const text = rest + part;
    // The other half of a line break may come with the next part.
    const isHalf = text.endsWith('\r');
    const lines = (isHalf ? text.slice(0, -1) : text).split(BREAK);
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > MAX_LINE) {
      yield rest;
      rest = '';
    }
    if (isHalf) rest += '\r';
  }
  yield* rest.split(BREAK);
}
