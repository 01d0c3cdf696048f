import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ParsedFile, parseFile } from '../wiki/corpus/parse-file.ts';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { rules } from '../wiki/rules/index.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import { isPage } from '../wiki/wiki.ts';
import { linesIn, readKeptLines, WHOLE, writeKeptLines } from './parsed/kept-lines.ts';
import {
  type AspectDigests,
  aspectsIn,
  fileKey,
  keyIn,
  type PackedLine,
  packLine,
  unpackLine,
} from './parsed/packed-line.ts';
import type { SharedLines } from './parsed/shared-lines.ts';
import { PROJECT_ROOT } from './project-root.ts';

/** Additions and what nobody used, beside the whole: beyond that share all is written anew. */
const MOST_LOOSE = 1 / 8;

/** What was read of files before, so that only what changed is read again. */
export interface ParseCache {
  /** As `parseFile`, to the last place; with what rules note of each page. */
  parse(file: SourceFile): ParsedFile;
  /** Reads those of the files that are not known, together with all threads that share the lines; every thread brings the same files. */
  readAhead(files: readonly SourceFile[], shared: SharedLines): void;
  /** Of all files parsed so far, which have no faults. */
  aspects(): AspectDigests;
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
  /** Read before they were asked for, here or in another thread. */
  const ahead = new Map<SourceFile, () => FreshFile | undefined>();
  /** Of files without faults, in the order in which they were parsed. */
  const parsed: PackedLine[] = [];
  const readNow = (file: SourceFile, key: string) => {
    const own = fresh.get(key) ?? readAnew(key, file);
    fresh.set(key, own);
    return own;
  };
  return {
    parse(file) {
      const known = ahead.get(file)?.();
      const key = known?.key ?? fileKey(file);
      const line = known ? undefined : lines.get(key);
      if (line) {
        used.add(line);
        parsed.push(line.bytes);
        return unpackLine(file, line.bytes);
      }
      const own = known ?? readNow(file, key);
      if (own.line) parsed.push(own.line);
      return own.parsed;
    },
    readAhead(files, shared) {
      for (const index of shared.taken(files.length)) {
        const file = files[index] as SourceFile;
        if (!isPage(file.path)) continue;
        const key = fileKey(file);
        if (lines.has(key)) continue;
        const own = readNow(file, key);
        ahead.set(file, () => own);
        if (own.line) shared.put(index, own.line);
      }
      for (const [index, file] of files.entries()) {
        if (ahead.has(file)) continue;
        ahead.set(file, () => {
          const line = shared.get(index);
          if (!line) return undefined;
          const theirs = { key: keyIn(line), parsed: unpackLine(file, line), line };
          fresh.set(theirs.key, theirs);
          return theirs;
        });
      }
    },
    aspects: () => aspectsIn(parsed),
    async save() {
      const added = [...fresh.values()].flatMap(({ line }) => line ?? []);
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

/** A file that was read now; without a line where it has faults. */
interface FreshFile {
  key: string;
  parsed: ParsedFile;
  line: PackedLine | undefined;
}

const noting = rules.flatMap(({ note }) => note ?? []);

function readAnew(key: string, file: SourceFile): FreshFile {
  const parsed = parseFile(file);
  for (const node of parsed.nodes) for (const note of noting) note(node);
  return { key, parsed, line: packLine(key, file.path, parsed) };
}
