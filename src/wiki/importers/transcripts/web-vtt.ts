import { CLOCK, formatClock, parseClock } from './clock-time.ts';
import { type LineSource, linesOf } from './line-source.ts';
import {
  type Cue,
  type ParsedTranscript,
  type Transcript,
  type TranscriptBuilder,
  transcriptBuilder,
} from './transcript.ts';

const TIMING = new RegExp(String.raw`^\s*(${CLOCK})\s*-->\s*(${CLOCK})`);
/** Said in a file whose ends we had to choose, so that reading it back does not take them for the source's. */
const OPEN_ENDS = 'NOTE ends are not known';
/** Words a second of unhurried speech: how long a last cue is shown when its source does not say. */
const WORDS_A_SECOND = 2.5;

/**
 * WebVTT, the format transcripts are kept in.
 *
 *     WEBVTT
 *
 *     00:12:05.000 --> 00:12:31.500
 *     <v Ada Lovelace>It weaves algebraic patterns.
 */
export function parseWebVtt(source: LineSource, transcript = transcriptBuilder()): ParsedTranscript {
  const lines = linesOf(source);
  let isFirst = true;
  let openEnds = false;
  for (const line of lines) {
    if (isFirst && !/^WEBVTT(?:[ \t]|$)/.test(line)) transcript.problem('the first line is not `WEBVTT`');
    isFirst = false;
    openEnds ||= line === OPEN_ENDS;
    // Our note stands before the first cue.
    if (openEnds || line.includes('-->')) break;
  }
  readBlocks(lines, transcript, (payload, start, end, line) => {
    for (const voice of voicesOf(payload)) transcript.add({ start, end: openEnds ? undefined : end, ...voice }, line);
  });
  return transcript.done();
}

/** Walks blocks of `[id] timing payload`, which WebVTT and SubRip share, and hands over each payload. */
export function readBlocks(
  lines: Iterable<string>,
  transcript: Pick<TranscriptBuilder, 'problem'>,
  take: (payload: string, start: number, end: number, line: number) => void,
): void {
  let block: { timing: RegExpExecArray | null; first: number; payload: string[] } | undefined;
  const close = (isCutShort: boolean) => {
    if (!block) return;
    const { timing, first, payload } = block;
    block = undefined;
    // A blank line is missing before the next cue, and its number was taken for text.
    if (isCutShort && /^\d+$/.test(payload.at(-1) ?? '')) payload.pop();
    if (!timing) transcript.problem('a line with `-->` is not a time: its cue was left out', first);
    else take(payload.join('\n'), parseClock(timing[1] as string), parseClock(timing[2] as string), first);
  };
  let number = 0;
  for (const line of lines) {
    number++;
    const timing = line.includes('-->') ? TIMING.exec(line) : null;
    if (line === '') close(false);
    else if (timing) {
      close(true);
      block = { timing, first: number, payload: [] };
    } else if (block) block.payload.push(line);
    else if (line.includes('-->')) block = { timing: null, first: number, payload: [] };
  }
  close(false);
}

/** A cue's text, cut where the voice changes. Other tags are style and are dropped, as players do. */
function voicesOf(payload: string): { speaker?: string; text: string }[] {
  const voices: { speaker?: string; text: string }[] = [];
  let speaker: string | undefined;
  let text = '';
  const push = () => {
    if (text.trim() !== '') voices.push({ speaker, text: unescapeText(text) });
    text = '';
  };
  for (const part of payload.split(/(<[^<>]*>)/)) {
    const voice = /^<v(?:\.[^\s>]*)?[ \t\n]+([^>]*)>$/.exec(part);
    if (voice) {
      push();
      speaker = unescapeText(voice[1] as string);
    } else if (part === '</v>') {
      push();
      speaker = undefined;
    } else if (!/^<[^<>]*>$/.test(part)) text += part;
  }
  push();
  return voices.length > 0 ? voices : [{ speaker, text: '' }];
}

/** A transcript in our format. Cues without an end last until the next one begins; the file says so. */
export function formatWebVtt({ cues }: Transcript): string {
  let text = '';
  const writer = webVttWriter(
    cues.some((cue) => cue.end === undefined),
    (part) => {
      text += part;
    },
  );
  for (const cue of cues) writer.add(cue);
  writer.done();
  return text;
}

/** The same, cue by cue: `openEnds` says whether any of them has no end. */
export function webVttWriter(openEnds: boolean, write: (text: string) => void): { add(cue: Cue): void; done(): void } {
  let last: Cue | undefined;
  write(openEnds ? `WEBVTT\n\n${OPEN_ENDS}\n` : 'WEBVTT\n');
  const writeLast = (next?: number) => {
    if (!last) return;
    const said = Math.max(1, Math.ceil(last.text.split(' ').length / WORDS_A_SECOND));
    const end = last.end ?? (next !== undefined && next > last.start ? next : last.start + said);
    const voice = last.speaker === undefined ? '' : `<v ${escapeText(last.speaker)}>`;
    write(`\n${formatClock(last.start)} --> ${formatClock(end)}\n${voice}${escapeText(last.text)}\n`);
  };
  return {
    add(cue) {
      writeLast(cue.start);
      last = cue;
    },
    done: () => writeLast(),
  };
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '\u200E', rlm: '\u200F' };

function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt|nbsp|lrm|rlm|#\d{1,7}|#x[\da-f]{1,6});/gi, (written, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? written;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}
