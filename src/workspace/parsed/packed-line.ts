import { type PackedFile, type PackedShape, type PackedTexts, unpackFile } from '../../wiki/corpus/pack-file.ts';
import type { ParsedFile } from '../../wiki/corpus/parse-file.ts';
import type { SourceFile } from '../../wiki/corpus/source-file.ts';
import { digestOf } from '../model-digest.ts';

/** Characters of a digest (SHA-1 in base64url; it tells edits apart, not forgeries). */
export const DIGEST = 27;
export const LINE_END = 10;
const TAB = 9;

/**
 * What was read of one file, as a line: the digest of the file's path and text, that of its shape, and behind tabs its shape, notes
 * and texts as JSON, which has neither tabs nor breaks of its own.
 */
export type PackedLine = Buffer;

export function fileKey({ path, text }: SourceFile): string {
  return digestOf(`${path}\n${text}`);
}

/** The same page elsewhere is another page. */
export function shapeDigest(path: string, shape: string): string {
  return digestOf(`${path}\n${shape}`);
}

export function packLine(key: string, path: string, shape: string, { notes, texts }: PackedFile): PackedLine {
  const parts = [key + shapeDigest(path, shape), shape, JSON.stringify(notes), JSON.stringify(texts)];
  return Buffer.from(`${parts.join('\t')}\n`);
}

export function keyIn(line: PackedLine): string {
  return line.toString('latin1', 0, DIGEST);
}

export function shapeDigestIn(line: PackedLine): string {
  return line.toString('latin1', DIGEST, 2 * DIGEST);
}

export function unpackLine(file: SourceFile, line: PackedLine): ParsedFile {
  const [notesAt, textsAt] = partsOf(line);
  const shape = JSON.parse(line.toString('utf8', 2 * DIGEST + 1, notesAt - 1)) as PackedShape;
  const notes = JSON.parse(line.toString('utf8', notesAt, textsAt - 1)) as PackedFile['notes'];
  return unpackFile(file, { shape, notes }, () => JSON.parse(line.toString('utf8', textsAt)) as PackedTexts);
}

function partsOf(line: PackedLine): [notes: number, texts: number] {
  const notes = line.indexOf(TAB, 2 * DIGEST + 1) + 1;
  return [notes, line.indexOf(TAB, notes) + 1];
}
