import { stringify } from 'yaml';
import type { Chapter } from './chapters.ts';

/** A page an importer made. */
export interface ImportedFile {
  path: string;
  text: string;
  /** The file it was made from. */
  from: string;
}

/** Something a curator should know of an import. `odd` was taken as it is, `skipped` was left out, `missing` is a
 * page that is linked but not there: `message` is its name. */
export interface ImportNotice {
  sort: 'odd' | 'skipped' | 'missing';
  from: string;
  line?: number;
  message: string;
}

/** Chapters for the page of an episode, which has other things in it too. */
export interface ImportedChapters {
  /** Slug of the episode. */
  episode: string;
  chapters: Chapter[];
  from: string;
}

export interface Imported {
  files: ImportedFile[];
  chapters?: ImportedChapters[];
  notices: ImportNotice[];
}

/** A foreign file, its path from the folder that is imported. */
export interface ForeignFile {
  path: string;
  text: string;
}

/** Front matter and body. Keys without a value are left out; times and dates stay quoted where YAML would read them otherwise. */
export function pageText(data: Record<string, unknown>, body = ''): string {
  const kept = Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
  const yaml = stringify(kept, { lineWidth: 0, version: '1.1' });
  return `---\n${yaml}---\n${body.trim() === '' ? '' : `${body.trim()}\n`}`;
}

/** Several imports as one. Of two files with one path the first stays, and the second is said. */
export function mergeImports(all: readonly Imported[]): Imported {
  const files = new Map<string, ImportedFile>();
  const notices = all.flatMap((one) => one.notices);
  for (const file of all.flatMap((one) => one.files)) {
    const first = files.get(file.path);
    if (!first) files.set(file.path, file);
    else if (first.text !== file.text) {
      notices.push({ sort: 'skipped', from: file.from, message: `${file.path} was already made from ${first.from}` });
    }
  }
  return { files: [...files.values()], notices };
}
