import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ImportedChapters, ImportedFile, ImportNotice } from '../wiki/importers/imported.ts';
import { mergeChapters } from '../wiki/importers/merge-chapters.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import { compareText } from '../wiki/text/order.ts';
import { changeOf, type ImportChange, readRecord, writeRecord } from './import-record.ts';
import { replaceFile } from './replace-file.ts';

/** Writes what was imported, but never over what a curator wrote. With `isDry` it only says what it would do. */
export async function writeImport(
  into: string,
  files: readonly ImportedFile[],
  isDry: boolean,
  onFile?: (done: number) => void,
): Promise<ImportChange[]> {
  const record = await readRecord(into);
  const changes: ImportChange[] = [];
  try {
    await writeAll();
  } finally {
    // Also when the disk is full halfway: what was written is ours next time.
    if (!isDry && changes.length > 0) await writeRecord(into, record);
  }
  return changes;

  async function writeAll(): Promise<void> {
    for (const file of [...files].sort((left, right) => compareText(left.path, right.path))) {
      const path = join(into, file.path);
      // Importers make names of their own; that one leads out of the folder would be a fault of ours.
      if (relative(into, path).startsWith('..'))
        throw new Error(`an import would write ${file.path} outside of ${into}`);
      const present = await readFile(path, 'utf8').catch(() => undefined);
      const digest = fingerprint(file.text);
      const change = changeOf(record[file.path], present === undefined ? undefined : fingerprint(present), digest);
      changes.push({ path: file.path, change });
      onFile?.(changes.length);
      if (isDry || change === 'kept') continue;
      // What is there already and the same may have been written by an import that was killed before it could say so.
      if (change !== 'same') await replaceFile(path, file.text);
      record[file.path] = digest;
    }
  }
}

/** Puts chapters into the pages of their episodes. Chapters that a curator wrote or changed stay, and so does all else in the file. */
export async function writeChapters(
  into: string,
  lists: readonly ImportedChapters[],
  isDry: boolean,
): Promise<{ changes: ImportChange[]; notices: ImportNotice[] }> {
  const record = await readRecord(into);
  const changes: ImportChange[] = [];
  const notices: ImportNotice[] = [];
  for (const { episode, chapters, from } of lists) {
    const skip = (message: string) => notices.push({ sort: 'skipped', from, message });
    const found = await findPage(into, `episodes/${episode}`);
    if (!found) {
      skip(`no episode is called \`${episode}\`: name the file like its page`);
      continue;
    }
    const { path, text } = found;
    const key = `${path}#chapters`;
    const merged = mergeChapters(text, chapters, record[key]);
    if (merged.text === undefined) {
      if (merged.isKept) changes.push({ path: key, change: 'kept' });
      else skip(`${path}: ${merged.problem}`);
      continue;
    }
    changes.push({ path: key, change: merged.text === text ? 'same' : merged.isFirst ? 'new' : 'updated' });
    if (isDry || merged.text === text) continue;
    await replaceFile(join(into, path), merged.text);
    record[key] = merged.made;
  }
  if (!isDry && changes.some(({ change }) => change === 'new' || change === 'updated')) await writeRecord(into, record);
  return { changes, notices };
}

async function findPage(into: string, name: string): Promise<{ path: string; text: string } | undefined> {
  for (const path of [`${name}.md`, `${name}.mdx`]) {
    const text = await readFile(join(into, path), 'utf8').catch(() => undefined);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}
