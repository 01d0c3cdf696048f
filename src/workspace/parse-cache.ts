import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  type PackedFile,
  type PackedShape,
  type PackedTexts,
  packFile,
  packShape,
  unpackFile,
} from '../wiki/corpus/pack-file.ts';
import { type ParsedFile, parseFile } from '../wiki/corpus/parse-file.ts';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import { digestOf, modelDigest } from './model-digest.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { replaceFile } from './replace-file.ts';

/** Characters of a digest (SHA-1 in base64url; it tells edits apart, not forgeries), and of a checksum (it tells damage). */
const DIGEST = 27;
const CHECKSUM = 8;
/** Bytes of the first line: digest of the code, checksum of what an addition adds to (zeros where it is none), checksum of all that follows. */
const HEAD = DIGEST + 2 * CHECKSUM + 1;
const WHOLE = '0'.repeat(CHECKSUM);
/** Additions and what nobody used, beside the whole: beyond that share all is written anew. */
const MOST_LOOSE = 1 / 8;

const LINE_END = 10;
const TAB = 9;

/** What was read of files before, so that only what changed is read again. */
export interface ParseCache {
  /** As `parseFile`, to the last place. */
  parse(file: SourceFile): ParsedFile;
  /** Stands for the shapes of all files parsed so far, which decide what rules find; absent where one has faults. */
  shapes(): string | undefined;
  /** Keeps what this run used; does nothing when that is what was there. */
  save(): Promise<void>;
}

export function parseCachePath(content: string): string {
  return join(PROJECT_ROOT, '.onrecord', 'parsed', fingerprint(resolve(content)));
}

/** What a few edits add stands beside the whole, so that not all of it is written after each. */
const additionOf = (path: string) => `${path}.more`;

/**
 * Opens the cache of a content folder: a file, and another with what came later. Each line but the first is the digest of a file's
 * path and text, that of its shape, and behind tabs its shape, notes and texts. A cache that is not whole, or was made by other code, is as good
 * as none. Each file is put in place by one rename, and an addition names what it adds to: two processes cannot mix theirs.
 */
export async function openParseCache(path: string): Promise<ParseCache> {
  const [whole, more] = await Promise.all([readKept(path, WHOLE), readKept(additionOf(path))]);
  const lines = new Map<string, Line>();
  if (whole) {
    addLines(lines, whole, 'whole');
    if (more?.base === whole.checksum) addLines(lines, more, 'more');
  }
  const used = new Set<Line>();
  /** Packed when everybody has noted what they found out. */
  const fresh = new Map<string, { path: string; parsed: ParsedFile }>();
  /** In the order in which files were parsed. */
  const shapes: (() => string)[] = [];
  let isFaulty = false;
  return {
    parse(file) {
      const key = digestOf(`${file.path}\n${file.text}`);
      const line = lines.get(key);
      if (line) {
        used.add(line);
        shapes.push(() => line.bytes.toString('latin1', DIGEST, 2 * DIGEST));
        return unpackLine(file, line);
      }
      const parsed = parseFile(file);
      fresh.set(key, { path: file.path, parsed });
      shapes.push(() => shapeDigest(file.path, JSON.stringify(packShape(parsed))));
      if (parsed.diagnostics.length > 0 || parsed.broken.length > 0) isFaulty = true;
      return parsed;
    },
    shapes: () => (isFaulty ? undefined : digestOf(shapes.map((digest) => digest()).join(''))),
    async save() {
      const added: Line[] = [];
      for (const [key, { path: own, parsed }] of fresh) {
        const found = packFile(parsed);
        if (!found) continue;
        const shape = JSON.stringify(found.shape);
        const parts = [key + shapeDigest(own, shape), shape];
        for (const part of [found.notes, found.texts]) parts.push(JSON.stringify(part));
        added.push({ bytes: Buffer.from(`${parts.join('\t')}\n`), from: 'nowhere' });
      }
      fresh.clear();
      let loose = sizeOf(added);
      for (const line of lines.values()) if ((line.from === 'more') === used.has(line)) loose += line.bytes.length;
      const isLoose = !whole || loose > whole.body.length * MOST_LOOSE;
      if (added.length === 0 && !(isLoose && loose > 0)) return;
      const kept = [...used].filter((line) => isLoose || line.from !== 'whole');
      // A disk that is full, or that may not be written, only costs time.
      await writeKept(isLoose ? path : additionOf(path), isLoose ? WHOLE : whole.checksum, [...kept, ...added])
        .then(() => (isLoose ? rm(additionOf(path), { force: true }) : undefined))
        .catch(() => undefined);
    },
  };
}

/** Where it was read from, and its bytes with the break at the end. */
interface Line {
  bytes: Buffer;
  from: 'whole' | 'more' | 'nowhere';
}

interface Kept {
  base: string;
  checksum: string;
  body: Buffer;
}

function unpackLine(file: SourceFile, { bytes }: Line): ParsedFile {
  const notesAt = bytes.indexOf(TAB, 2 * DIGEST + 1) + 1;
  const textsAt = bytes.indexOf(TAB, notesAt) + 1;
  const shape = JSON.parse(bytes.toString('utf8', 2 * DIGEST + 1, notesAt - 1)) as PackedShape;
  const notes = JSON.parse(bytes.toString('utf8', notesAt, textsAt - 1)) as PackedFile['notes'];
  return unpackFile(file, { shape, notes }, () => JSON.parse(bytes.toString('utf8', textsAt)) as PackedTexts);
}

/** The same page elsewhere is another page. */
function shapeDigest(path: string, shape: string): string {
  return digestOf(`${path}\n${shape}`);
}

function addLines(lines: Map<string, Line>, { body }: Kept, from: Line['from']): void {
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(LINE_END, start) + 1;
    lines.set(body.toString('latin1', start, start + DIGEST), { bytes: body.subarray(start, end), from });
    start = end;
  }
}

/** `undefined` where it is not whole, was made by other code, or has another base than was asked for. */
async function readKept(path: string, asked?: string): Promise<Kept | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes?.[HEAD - 1] !== LINE_END) return undefined;
  const body = bytes.subarray(HEAD);
  const checksum = checksumOf(body);
  const base = bytes.toString('latin1', DIGEST, DIGEST + CHECKSUM);
  const head = `${modelDigest()}${asked ?? base}${checksum}\n`;
  return bytes.toString('latin1', 0, HEAD) === head ? { base, checksum, body } : undefined;
}

async function writeKept(path: string, base: string, lines: readonly Line[]): Promise<void> {
  const body = Buffer.concat(lines.map(({ bytes }) => bytes).sort(Buffer.compare));
  const head = Buffer.from(`${modelDigest()}${base}${checksumOf(body)}\n`);
  await replaceFile(path, Buffer.concat([head, body]));
}

function checksumOf(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(CHECKSUM, '0');
}

function sizeOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
