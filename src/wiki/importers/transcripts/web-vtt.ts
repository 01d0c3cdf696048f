import { normaliseSource } from '../../text/source-text.ts';
import { CLOCK, formatClock, parseClock } from './clock-time.ts';
import { type ParsedTranscript, type Transcript, type TranscriptBuilder, transcriptBuilder } from './transcript.ts';

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
export function parseWebVtt(text: string): ParsedTranscript {
  const transcript = transcriptBuilder();
  const lines = normaliseSource(text).split('\n');
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) transcript.problem('the first line is not `WEBVTT`');
  const openEnds = lines.includes(OPEN_ENDS);
  readBlocks(lines, transcript, (payload, start, end, line) => {
    for (const voice of voicesOf(payload)) transcript.add({ start, end: openEnds ? undefined : end, ...voice }, line);
  });
  return transcript.done();
}

/** Walks blocks of `[id] timing payload`, which WebVTT and SubRip share, and hands over each payload. */
export function readBlocks(
  lines: readonly string[],
  transcript: TranscriptBuilder,
  take: (payload: string, start: number, end: number, line: number) => void,
): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (!line.includes('-->')) continue;
    const timing = TIMING.exec(line);
    const first = at + 1;
    while (at + 1 < lines.length && lines[at + 1] !== '' && !TIMING.test(lines[at + 1] as string)) at++;
    // A blank line is missing before the next cue, and its number was taken for text.
    const isNumber = at + 1 < lines.length && lines[at + 1] !== '' && /^\d+$/.test(lines[at] as string) && at >= first;
    const payload = lines.slice(first, isNumber ? at : at + 1).join('\n');
    if (!timing) transcript.problem('a line with `-->` is not a time: its cue was left out', first);
    else take(payload, parseClock(timing[1] as string), parseClock(timing[2] as string), first);
  }
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
  const openEnds = cues.some((cue) => cue.end === undefined);
  const blocks = cues.map((cue, index) => {
    const next = cues[index + 1]?.start;
    const said = Math.max(1, Math.ceil(cue.text.split(' ').length / WORDS_A_SECOND));
    const end = cue.end ?? (next !== undefined && next > cue.start ? next : cue.start + said);
    const voice = cue.speaker === undefined ? '' : `<v ${escapeText(cue.speaker)}>`;
    return `${formatClock(cue.start)} --> ${formatClock(end)}\n${voice}${escapeText(cue.text)}\n`;
  });
  return ['WEBVTT\n', ...(openEnds ? [`${OPEN_ENDS}\n`] : []), ...blocks].join('\n');
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
