import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { episodeSlug } from '../wiki/importers/episode-slug.ts';
import type { ImportNotice } from '../wiki/importers/imported.ts';
import { detectTranscript, emptyProblem, transcriptFormats } from '../wiki/importers/transcripts/parse-transcript.ts';
import { type Cue, type ReadProblem, transcriptBuilder } from '../wiki/importers/transcripts/transcript.ts';
import { webVttWriter } from '../wiki/importers/transcripts/web-vtt.ts';
import { fingerprinter } from '../wiki/text/fingerprint.ts';
import { decodeText } from './decode-text.ts';
import { changeOf, type ImportChange, readRecord, writeRecord } from './import-record.ts';
import { type FoundFile, tooLarge } from './read-foreign.ts';
import { draftBeside } from './replace-file.ts';
import { textLines, textParts } from './text-lines.ts';

/** Characters gathered before they are written. */
const BATCH = 256 * 1024;

/**
 * Transcripts into `transcripts/`, one at a time. Formats made of lines are read twice and never in memory whole: once to
 * see what is in them, once to write them down.
 */
export async function importTranscripts(
  into: string,
  files: readonly FoundFile[],
  isDry: boolean,
  onFile?: () => void,
): Promise<{ changes: ImportChange[]; notices: ImportNotice[] }> {
  const record = await readRecord(into);
  const changes: ImportChange[] = [];
  const notices: ImportNotice[] = [];
  const sources = new Map<string, string>();
  try {
    await takeAll();
  } finally {
    // Also when the disk is full halfway: what was written is ours next time.
    if (!isDry && changes.length > 0) await writeRecord(into, record);
  }
  return { changes, notices };

  async function takeAll(): Promise<void> {
    for (const file of files) {
      onFile?.();
      // Lets a bar be drawn.
      await setImmediate();
      const skip = (message: string, line?: number) =>
        notices.push({ sort: 'skipped', from: file.path, message, ...(line === undefined ? {} : { line }) });
      const slug = episodeSlug(file.path);
      const path = `transcripts/${slug}.vtt`;
      if (/(^|\/)README\.md$/i.test(file.path)) continue;
      if (slug === '') {
        skip('its name gives no address');
        continue;
      }
      const read = openTranscript(file);
      if ('tooLarge' in read) {
        skip(read.tooLarge);
        continue;
      }
      const { problems, count, openEnds } = survey(read);
      if (count === 0) {
        const said = read.isEmpty || problems.length === 0 ? [emptyProblem(read.isEmpty ? '' : 'x')] : problems;
        for (const { line, message } of said) skip(message, line);
      } else for (const { line, message } of problems) notices.push({ sort: 'odd', from: file.path, line, message });
      if (read.isGuess)
        notices.push({ sort: 'odd', from: file.path, message: 'it is not UTF-8; read as Windows-1252' });
      if (count === 0) continue;
      const first = sources.get(path);
      if (first !== undefined) {
        skip(`${path} was already made from ${first}`);
        continue;
      }
      sources.set(path, file.path);
      const full = join(into, path);
      const draft = isDry ? undefined : await draftBeside(full);
      try {
        const wanted = writeCues(draft, openEnds, read.each);
        const change = changeOf(record[path], existsSync(full) ? fingerprintOf(full) : undefined, wanted);
        changes.push({ path, change });
        if (draft === undefined || change === 'kept') continue;
        if (change !== 'same') renameSync(draft, full);
        record[path] = wanted;
      } finally {
        if (draft !== undefined) rmSync(draft, { force: true });
      }
    }
  }
}

interface OpenTranscript {
  isEmpty: boolean;
  isGuess: boolean;
  /** Goes through its cues; answers what was odd. */
  each(take: (cue: Cue) => void): ReadProblem[];
}

/** A transcript to be gone through more than once, whatever its format. */
function openTranscript({ path, full, bytes }: FoundFile): OpenTranscript | { tooLarge: string } {
  const { head, isGuess, lines } = textLines(full);
  const format = detectTranscript(path, head);
  const isEmpty = head.trim() === '';
  if (format === 'vtt' || format === 'srt' || format === 'text') {
    const { parse } = transcriptFormats[format];
    return { isEmpty, isGuess, each: (take) => parse(lines, transcriptBuilder(take)).problems };
  }
  const message = tooLarge(bytes);
  if (message !== undefined) return { tooLarge: message };
  const none = { cues: [], problems: [{ line: 1, message: 'this is no format of transcripts we read' }] };
  const parsed = format ? transcriptFormats[format].parse(decodeText(readFileSync(full)).text) : none;
  return {
    isEmpty,
    isGuess,
    each(take) {
      for (const cue of parsed.cues) take(cue);
      return parsed.problems;
    },
  };
}

function survey(read: OpenTranscript): { problems: ReadProblem[]; count: number; openEnds: boolean } {
  let count = 0;
  let openEnds = false;
  const problems = read.each((cue) => {
    count++;
    openEnds ||= cue.end === undefined;
  });
  return { problems, count, openEnds };
}

/** Writes cues in our format, to nowhere in a dry run, and answers the fingerprint of the text. */
function writeCues(path: string | undefined, openEnds: boolean, each: OpenTranscript['each']): string {
  const file = path === undefined ? undefined : openSync(path, 'w');
  const digest = fingerprinter();
  let batch = '';
  const flush = () => {
    digest.add(batch);
    if (file !== undefined) writeAll(file, Buffer.from(batch));
    batch = '';
  };
  try {
    const writer = webVttWriter(openEnds, (text) => {
      batch += text;
      if (batch.length > BATCH) flush();
    });
    each(writer.add);
    writer.done();
    flush();
  } finally {
    if (file !== undefined) closeSync(file);
  }
  return digest.done();
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function fingerprintOf(path: string): string {
  const digest = fingerprinter();
  for (const part of textParts(path)) digest.add(part);
  return digest.done();
}
