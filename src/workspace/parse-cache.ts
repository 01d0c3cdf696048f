import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type PackedFile, packFile, packShape } from '../wiki/corpus/pack-file.ts';
import { type ParsedFile, parseFile } from '../wiki/corpus/parse-file.ts';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import { digestOf } from './model-digest.ts';
import { linesIn, readKeptLines, WHOLE, writeKeptLines } from './parsed/kept-lines.ts';
import {
  fileKey,
  keyIn,
  type PackedLine,
  packLine,
  shapeDigest,
  shapeDigestIn,
  unpackLine,
} from './parsed/packed-line.ts';
import { PROJECT_ROOT } from './project-root.ts';

/** Additions and what nobody used, beside the whole: beyond that share all is written anew. */
const MOST_LOOSE = 1 / 8;

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
 * Opens the cache of a content folder: a file of lines (`parsed/packed-line.ts`), and another with what came later. A cache that is
 * not whole, or was made by other code, is as good as none. Each file is put in place by one rename, and an addition names what it
 * adds to: two processes cannot mix theirs.
 */
export async function openParseCache(path: string): Promise<ParseCache> {
  const [whole, more] = await Promise.all([readKeptLines(path, WHOLE), readKeptLines(additionOf(path))]);
  const lines = new Map<string, Line>();
  const add = (body: Buffer, from: Line['from']) => {
    for (const bytes of linesIn(body)) lines.set(keyIn(bytes), { bytes, from });
  };
  if (whole) {
    add(whole.body, 'whole');
    if (more?.base === whole.checksum) add(more.body, 'more');
  }
  const used = new Set<Line>();
  const fresh = new Map<string, FreshFile>();
  /** In the order in which files were parsed. */
  const shapes: (() => string)[] = [];
  let isFaulty = false;
  return {
    parse(file) {
      const key = fileKey(file);
      const line = lines.get(key);
      if (line) {
        used.add(line);
        shapes.push(() => shapeDigestIn(line.bytes));
        return unpackLine(file, line.bytes);
      }
      const own = new FreshFile(key, file.path, parseFile(file));
      fresh.set(key, own);
      shapes.push(() => shapeDigest(file.path, own.shape));
      if (own.isFaulty) isFaulty = true;
      return own.parsed;
    },
    shapes: () => (isFaulty ? undefined : digestOf(shapes.map((digest) => digest()).join(''))),
    async save() {
      // Packed when everybody has noted what they found out.
      const added = [...fresh.values()].flatMap((file) => file.pack() ?? []);
      fresh.clear();
      let loose = added.reduce((sum, bytes) => sum + bytes.length, 0);
      for (const line of lines.values()) if ((line.from === 'more') === used.has(line)) loose += line.bytes.length;
      const isLoose = !whole || loose > whole.body.length * MOST_LOOSE;
      if (added.length === 0 && !(isLoose && loose > 0)) return;
      const kept = [...used].filter(({ from }) => isLoose || from === 'more');
      const all = [...kept.map(({ bytes }) => bytes), ...added];
      // A disk that is full, or that may not be written, only costs time.
      await writeKeptLines(isLoose ? path : additionOf(path), isLoose ? WHOLE : whole.checksum, all)
        .then(() => (isLoose ? rm(additionOf(path), { force: true }) : undefined))
        .catch(() => undefined);
    },
  };
}

/** Of which file of the cache it is. */
interface Line {
  bytes: PackedLine;
  from: 'whole' | 'more';
}

/** A file that was read now. */
class FreshFile {
  readonly parsed: ParsedFile;
  readonly #key: string;
  readonly #path: string;
  #shape: string | undefined;

  constructor(key: string, path: string, parsed: ParsedFile) {
    this.#key = key;
    this.#path = path;
    this.parsed = parsed;
  }

  get isFaulty(): boolean {
    return this.parsed.diagnostics.length > 0 || this.parsed.broken.length > 0;
  }

  /** As JSON: what is noted later is not in it. */
  get shape(): string {
    this.#shape ??= JSON.stringify(packShape(this.parsed));
    return this.#shape;
  }

  pack(): PackedLine | undefined {
    const packed: PackedFile | undefined = packFile(this.parsed);
    return packed && packLine(this.#key, this.#path, this.shape, packed);
  }
}
