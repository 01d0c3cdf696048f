import { lstatSync } from 'node:fs';

/** What the system says of a file: its number, its length in bytes, the time its content was last written (milliseconds). */
export type FileStamp = readonly [number: number, length: number, written: number];

/** Absent where there is no file. */
export function fileStamp(path: string): FileStamp | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? [found.ino, found.size, found.mtimeMs] : undefined;
}

export function isSameStamp(one: FileStamp | undefined, other: FileStamp): boolean {
  return one?.every((part, index) => part === other[index]) ?? false;
}
