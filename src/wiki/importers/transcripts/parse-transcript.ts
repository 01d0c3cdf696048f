import { parseArchiveMarkdown } from './archive-markdown.ts';
import { parsePodcastJson, parseWhisperJson, parseYoutubeJson3 } from './json-transcripts.ts';
import { parsePlainText } from './plain-text.ts';
import { parseSubRip } from './sub-rip.ts';
import type { ParsedTranscript, ReadProblem } from './transcript.ts';
import { parseWebVtt } from './web-vtt.ts';

/** Every format of transcripts that is read: a format is one parser plus one line here. */
export const transcriptFormats = {
  vtt: { parse: parseWebVtt, about: 'WebVTT, with or without voices' },
  srt: { parse: parseSubRip, about: 'SubRip' },
  podcast: { parse: parsePodcastJson, about: 'Podcasting 2.0 JSON' },
  json3: { parse: parseYoutubeJson3, about: 'YouTube captions, json3' },
  whisper: { parse: parseWhisperJson, about: 'Whisper JSON, with speakers where there are some' },
  text: { parse: parsePlainText, about: 'plain text, `Name (MM:SS): words`' },
  archive: { parse: parseArchiveMarkdown, about: 'Markdown with a `transcript:` list in its front matter' },
} satisfies Record<string, { parse(text: string): ParsedTranscript; about: string }>;

export type TranscriptFormat = keyof typeof transcriptFormats;

/** Characters looked at to tell the formats apart. */
const HEAD = 4000;

/** Which format a file is in, by its name and how it begins. */
export function detectTranscript(path: string, text: string): TranscriptFormat | undefined {
  const head = text.slice(0, HEAD);
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (extension === 'vtt' || /^\uFEFF?WEBVTT/.test(head)) return 'vtt';
  if (extension === 'srt') return 'srt';
  if (extension === 'json3') return 'json3';
  if (extension === 'json') {
    if (/"(?:tStartMs|wireMagic)"/.test(head)) return 'json3';
    return /"startTime"/.test(head) ? 'podcast' : 'whisper';
  }
  if (extension === 'md') return 'archive';
  return extension === 'txt' || extension === '' ? 'text' : undefined;
}

/** Reads a transcript in whatever format it is. Never throws. */
export function parseTranscript(path: string, text: string): ParsedTranscript {
  const format = detectTranscript(path, text);
  if (!format) return { cues: [], problems: [{ line: 1, message: 'this is no format of transcripts we read' }] };
  if (text.trim() === '') return { cues: [], problems: [emptyProblem(text)] };
  const parsed = transcriptFormats[format].parse(text);
  if (parsed.cues.length > 0 || parsed.problems.length > 0) return parsed;
  return { ...parsed, problems: [emptyProblem(text)] };
}

/** What is said of a file without a cue and without another fault. */
export function emptyProblem(text: string): ReadProblem {
  return { line: 1, message: text.trim() === '' ? 'the file is empty' : 'no cue was found in it' };
}
