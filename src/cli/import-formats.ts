import { parseChapters } from '../wiki/importers/chapters.ts';
import { episodeSlug } from '../wiki/importers/episode-slug.ts';
import { importFeed } from '../wiki/importers/feed.ts';
import { type ForeignFile, type Imported, type ImportNotice, mergeImports } from '../wiki/importers/imported.ts';
import type { Mapping } from '../wiki/importers/mapping.ts';
import { importWholeArchive } from '../wiki/importers/whole-archive.ts';
import { importWiki } from '../wiki/importers/wiki.ts';

export interface ImportFormat {
  about: string;
  /** Endings of the files taken from a folder, for a glob. */
  extensions: string;
  /** Name of the mapping used unless another is given. */
  mapping: string;
  /** How all files together become ours. Absent for transcripts, which are taken one at a time. */
  run?(files: readonly ForeignFile[], mapping: Mapping): Imported;
}

/** What can be imported: a format is one line here and an importer beside the others. */
export const importFormats: Record<string, ImportFormat> = {
  archive: {
    about: 'a podcast kept as Markdown: episodes with transcripts, people, the wiki beside them',
    extensions: 'md',
    mapping: 'datatalks',
    run: importWholeArchive,
  },
  wiki: {
    about: 'Markdown pages with [[links]], such as an Obsidian vault',
    extensions: 'md,mdx',
    mapping: 'obsidian',
    run: (files, mapping) => importWiki(files, mapping),
  },
  feed: {
    about: 'a podcast’s RSS feed file',
    extensions: 'xml,rss',
    mapping: 'obsidian',
    run: (files) => mergeImports(files.map((file) => importFeed(file.text, file.path))),
  },
  transcripts: {
    about: 'WebVTT, SRT, Podcasting 2.0 JSON, json3, Whisper JSON, plain text; named like the episode',
    extensions: 'vtt,srt,json,json3,txt,md',
    mapping: 'obsidian',
  },
  chapters: {
    about: 'Podcasting 2.0 JSON chapters or a description’s list; named like the episode, whose page gets them',
    extensions: 'json,txt',
    mapping: 'obsidian',
    run: importChapters,
  },
};

function importChapters(files: readonly ForeignFile[]): Imported {
  const notices: ImportNotice[] = [];
  const chapters = files.flatMap((file) => {
    const found = parseChapters(file.text);
    if (found.length > 0) return [{ episode: episodeSlug(file.path), chapters: found, from: file.path }];
    notices.push({ sort: 'skipped', from: file.path, message: 'no chapter was found in it' });
    return [];
  });
  return { files: [], chapters, notices };
}
