import { type PackedFile, type PackedTexts, packFile, unpackFile } from '../../wiki/corpus/pack-file.ts';
import type { ParsedFile } from '../../wiki/corpus/parse-file.ts';
import type { SourceFile } from '../../wiki/corpus/source-file.ts';
import { ASPECT_NAMES, type Aspect, aspectOf } from '../../wiki/rules/aspects.ts';
import { digestOf } from '../model-digest.ts';

/** Characters of a digest (SHA-1 in base64url; it tells edits apart, not forgeries). */
export const DIGEST = 27;
export const LINE_END = 10;
const TAB = 9;
/** Characters of the digest of an aspect: 96 bits. */
const SHORT = 16;
const NOTHING = '-'.repeat(SHORT);

/** What stands for an aspect of all pages of some content. */
export type AspectDigests = Record<Aspect, string>;

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

/** Of each aspect, what stands for it in all files together. */
export function aspectsIn(lines: readonly PackedLine[]): AspectDigests {
  const heads = lines.map((line) => line.toString('latin1', DIGEST, SHAPE - 1));
  const digests = ASPECT_NAMES.map((aspect, index) => {
    const [from, to] = [index * SHORT, (index + 1) * SHORT];
    return [aspect, digestOf(heads.map((head) => head.slice(from, to)).join(''))];
  });
  return Object.fromEntries(digests) as AspectDigests;
}

const SHAPE = DIGEST + ASPECT_NAMES.length * SHORT + 1;

export function unpackLine(file: SourceFile, line: PackedLine): ParsedFile {
  const notesAt = line.indexOf(TAB, SHAPE) + 1;
  const textsAt = line.indexOf(TAB, notesAt) + 1;
  const shape = JSON.parse(line.toString('utf8', SHAPE, notesAt - 1)) as PackedFile['shape'];
  const notes = JSON.parse(line.toString('utf8', notesAt, textsAt - 1)) as PackedFile['notes'];
  return unpackFile(file, { shape, notes }, () => JSON.parse(line.toString('utf8', textsAt)) as PackedTexts);
}
