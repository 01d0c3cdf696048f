import { type PackedFile, type PackedTexts, packFile, unpackFile } from '../../wiki/corpus/pack-file.ts';
import type { ParsedFile } from '../../wiki/corpus/parse-file.ts';
import type { SourceFile } from '../../wiki/corpus/source-file.ts';
import { ASPECT_NAMES, aspectOf } from '../../wiki/rules/aspects.ts';
import { digestOf } from '../model-digest.ts';

/** Characters of a digest (SHA-1 in base64url; it tells edits apart, not forgeries). */
export const DIGEST = 27;
export const LINE_END = 10;
const TAB = 9;
/** Characters of the digest of an aspect: 96 bits. */
const SHORT = 16;
const NOTHING = '-'.repeat(SHORT);

/**
 * What was read of one file, as a line: the digest of the file's path and text, those of what rules look at in it, and behind tabs its shape, notes
 * and texts as JSON, which has neither tabs nor breaks of its own.
 */
export type PackedLine = Buffer;

export function fileKey({ path, text }: SourceFile): string {
  return digestOf(`${path}\n${text}`);
}

/** `undefined` for a file with faults. */
export function packLine(key: string, path: string, parsed: ParsedFile): PackedLine | undefined {
  const packed = packFile(parsed);
  if (!packed) return undefined;
  const { shape, notes, texts } = packed;
  const parts = [key + digestAspects(path, parsed), ...[shape, notes, texts].map((part) => JSON.stringify(part))];
  return Buffer.from(`${parts.join('\t')}\n`);
}

/** Of each aspect of a file's pages. The same page elsewhere is another page. */
function digestAspects(path: string, { nodes }: ParsedFile): string {
  const digests = ASPECT_NAMES.map((aspect) => {
    const value = aspectOf(aspect, nodes);
    return value === '' ? NOTHING : digestOf(`${path}\n${value}`).slice(0, SHORT);
  });
  return digests.join('');
}

export function keyIn(line: PackedLine): string {
  return line.toString('latin1', 0, DIGEST);
}

/** That of one aspect, by its place in `ASPECT_NAMES`. */
export function aspectIn(line: PackedLine, index: number): string {
  return line.toString('latin1', DIGEST + index * SHORT, DIGEST + (index + 1) * SHORT);
}

const SHAPE = DIGEST + ASPECT_NAMES.length * SHORT + 1;

export function unpackLine(file: SourceFile, line: PackedLine): ParsedFile {
  const notesAt = line.indexOf(TAB, SHAPE) + 1;
  const textsAt = line.indexOf(TAB, notesAt) + 1;
  const shape = JSON.parse(line.toString('utf8', SHAPE, notesAt - 1)) as PackedFile['shape'];
  const notes = JSON.parse(line.toString('utf8', notesAt, textsAt - 1)) as PackedFile['notes'];
  return unpackFile(file, { shape, notes }, () => JSON.parse(line.toString('utf8', textsAt)) as PackedTexts);
}
