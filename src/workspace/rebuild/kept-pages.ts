import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { fingerprint } from '../../wiki/text/fingerprint.ts';
import type { Cell, CellList } from '../../wiki/views/reads.ts';
import { digestOf } from '../model-digest.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { pruneKept } from '../prune-kept.ts';
import { replaceFile } from '../replace-file.ts';
import type { FileStamp } from './file-stamp.ts';

/** What a build keeps of a page it made. */
export interface KeptPage {
  /** File inside the site. */
  file: string;
  /** Stands for what its route gave it. */
  props: string;
  /** What the system said of the file when it was written. */
  stamp: FileStamp;
  /** What it was made from. */
  reads: CellList;
}

/** What a build keeps of its pages, for the next one that writes to the same place. */
export interface KeptPages {
  cells: readonly Cell[];
  /** What each cell held. */
  digests: readonly string[];
  pages: readonly KeptPage[];
  /** Stands for the shape of the archive (`views/shape.ts`). */
  shape: string;
  /** Stands for the code and the whole content. */
  state: string;
  /** What was kept about what is related (`rankings-bytes.ts`). */
  rankings: Uint8Array;
}

/** Bytes of a digest in front (SHA-1 in base64url). */
const DIGEST = 27;

function pathFor(out: string): string {
  return join(PROJECT_ROOT, '.onrecord', 'pages', fingerprint(resolve(out)));
}

/** What was kept of the site at a place, unless it is damaged, or was made by other code or of other settings: that is what `key` stands for. */
export async function readKeptPages(out: string, key: string): Promise<KeptPages | undefined> {
  const bytes = await readFile(pathFor(out)).catch(() => undefined);
  if (!bytes) return undefined;
  const rest = bytes.subarray(DIGEST);
  if (bytes.toString('latin1', 0, DIGEST) !== digestOf(rest)) return undefined;
  const packed = deserialize(rest) as Packed;
  return packed.key === key ? unpack(packed) : undefined;
}

/** That it cannot be kept (a full disk) only costs time. */
export async function writeKeptPages(out: string, key: string, kept: KeptPages): Promise<void> {
  const path = pathFor(out);
  const rest = serialize(pack(key, kept));
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, Buffer.concat([Buffer.from(digestOf(rest)), rest]));
    await pruneKept(dirname(path));
  } catch {
    // The next build makes every page again.
  }
}

/** In columns: there are tens of thousands of cells, and millions of readings. */
interface Packed {
  key: string;
  spaces: string[];
  spaceOf: Uint8Array;
  /** Each once: many cells are of one page. */
  keys: string;
  keyOf: Uint32Array;
  digests: string;
  files: string;
  props: string;
  stamps: Float64Array;
  /** How many cells each page, and then each value made once, was made from; and which, one list after the other. */
  counts: Uint32Array;
  reads: Uint32Array;
  rankings: Uint8Array;
  shape: string;
  state: string;
}

/** Neither ids, names on one line nor paths have it. */
const BETWEEN = '\0';
const STAMP = 3;

function pack(key: string, { cells, digests, pages, rankings, shape, state }: KeptPages): Packed {
  const spaces = [...new Set(cells.map(({ space }) => space))];
  const numbers = new Map(spaces.map((space, index) => [space, index]));
  const keys = new Map<string, number>();
  const keyOf = Uint32Array.from(cells, (cell) => {
    const known = keys.get(cell.key) ?? keys.size;
    if (known === keys.size) keys.set(cell.key, known);
    return known;
  });
  const lists = [...pages.map(({ reads }) => reads), ...cells.flatMap(({ from }) => from ?? [])];
  const reads = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    reads.set(list, at);
    at += list.length;
  }
  return {
    key,
    spaces,
    spaceOf: Uint8Array.from(cells, ({ space }) => numbers.get(space) as number),
    keys: [...keys.keys()].join(BETWEEN),
    keyOf,
    digests: digests.join(BETWEEN),
    files: pages.map(({ file }) => file).join(BETWEEN),
    props: pages.map(({ props }) => props).join(BETWEEN),
    stamps: Float64Array.from(pages.flatMap(({ stamp }) => stamp)),
    counts: Uint32Array.from(lists, (list) => list.length),
    reads,
    rankings,
    shape,
    state,
  };
}

function unpack({
  spaces,
  spaceOf,
  keys,
  keyOf,
  digests,
  files,
  props,
  stamps,
  counts,
  reads,
  rankings,
  shape,
  state,
}: Packed): KeptPages {
  let list = 0;
  let at = 0;
  const next = () => {
    const start = at;
    at += counts[list++] as number;
    return reads.subarray(start, at);
  };
  const propsOf = props.split(BETWEEN);
  const names = files === '' ? [] : files.split(BETWEEN);
  const pages = names.map((file, index) => ({
    file,
    props: propsOf[index] as string,
    stamp: [...stamps.subarray(index * STAMP, (index + 1) * STAMP)] as unknown as FileStamp,
    reads: next(),
  }));
  const key = keys.split(BETWEEN);
  const cells = Array.from(spaceOf, (number, index): Cell => {
    const cell = { space: spaces[number] as string, key: key[keyOf[index] as number] as string };
    return isMadeOnce(cell.space) ? { ...cell, from: next() } : cell;
  });
  return { cells, digests: cells.length > 0 ? digests.split(BETWEEN) : [], pages, rankings, shape, state };
}

function isMadeOnce(space: string): boolean {
  return space.startsWith('once ');
}
