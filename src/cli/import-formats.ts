import { parseChapters } from '../wiki/importers/chapters.ts';
import { importFeed } from '../wiki/importers/feed.ts';
import { type ForeignFile, type Imported, type ImportNotice, mergeImports } from '../wiki/importers/imported.ts';
import type { Mapping } from '../wiki/importers/mapping.ts';
import { parseTranscript } from '../wiki/importers/transcripts/parse-transcript.ts';
import { formatWebVtt } from '../wiki/importers/transcripts/web-vtt.ts';
import { importWholeArchive } from '../wiki/importers/whole-archive.ts';
import { importWiki } from '../wiki/importers/wiki.ts';
import { slugify } from '../wiki/text/slug.ts';

interface ImportFormat {
  about: string;
  /** Endings of the files taken from a folder, for a glob. */
  extensions: string;
  /** Name of the mapping used unless another is given. */
  mapping: string;
  run(files: readonly ForeignFile[], mapping: Mapping): Imported;
}

const bare = (path: string) => slugify(path.replace(/^.*\//, '').replace(/(?:\.[a-z]{2})?\.[^.]*$/i, ''));

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
    run: (files) => mergeImports(files.map(importTranscript)),
  },
  chapters: {
    about: 'Podcasting 2.0 JSON chapters or a description’s list; named like the episode, whose page gets them',
    extensions: 'json,txt',
    mapping: 'obsidian',
    run: importChapters,
  },
};

function importTranscript(file: ForeignFile): Imported {
  const { cues, problems } = parseTranscript(file.path, file.text);
  const notices = problems.map(
    ({ line, message }): ImportNotice => ({
      sort: cues.length > 0 ? 'odd' : 'skipped',
      from: file.path,
      line,
      message,
    }),
  );
  const slug = bare(file.path);
  if (cues.length === 0 || slug === '') return { files: [], notices };
  return { files: [{ path: `transcripts/${slug}.vtt`, text: formatWebVtt({ cues }), from: file.path }], notices };
}

function importChapters(files: readonly ForeignFile[]): Imported {
  const notices: ImportNotice[] = [];
  const chapters = files.flatMap((file) => {
    const found = parseChapters(file.text);
    if (found.length > 0) return [{ episode: bare(file.path), chapters: found, from: file.path }];
    notices.push({ sort: 'skipped', from: file.path, message: 'no chapter was found in it' });
    return [];
  });
  return { files: [], chapters, notices };
}
