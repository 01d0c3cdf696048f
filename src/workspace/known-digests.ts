import { readFileSync, statSync } from 'node:fs';
import { digestOf } from './model-digest.ts';
import { withPath } from './system-error.ts';

/** What the system says of a file without reading it: size, times of its content and of its entry (milliseconds), number. */
type Stamp = [size: number, changed: number, touched: number, number: number];
/** Path → stamp and digest. Plain data, for a file beside the build. */
export type Stamps = Record<string, [...Stamp, digest: string]>;

/** A file touched less than so long ago may be touched again within one tick of the disk's clock (two seconds on FAT). */
const SETTLED_MS = 3000;

/**
 * Digests of files, read again only where the system says that a file was touched since. The time of its entry cannot be
 * set by programs, so that a copy with an old date is seen too.
 */
export class KnownDigests {
  /** Of the files asked for that have settled. */
  readonly stamps: Stamps = {};
  readonly #known: Stamps;

  constructor(known: Stamps) {
    this.#known = known;
  }

  /** Throws what the system says of a file that cannot be read. */
  of(path: string): string {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    const stamp: Stamp = [size, mtimeMs, ctimeMs, ino];
    const known = Object.hasOwn(this.#known, path) ? this.#known[path] : undefined;
    if (known && stamp.every((part, index) => part === known[index])) {
      this.stamps[path] = known;
      return known[4];
    }
    // Asked before the file is read: whoever writes meanwhile touches it later than this.
    const now = Date.now();
    const digest = digestOf(readWhole(path));
    if (now - Math.max(mtimeMs, ctimeMs) > SETTLED_MS) this.stamps[path] = [...stamp, digest];
    return digest;
  }
}

function readWhole(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (problem) {
    throw withPath(problem, path);
  }
}
