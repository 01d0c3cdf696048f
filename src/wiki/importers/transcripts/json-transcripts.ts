import { asItems, asMap, asNumber, asText, readJson } from './json-text.ts';
import { type ParsedTranscript, transcriptBuilder } from './transcript.ts';

type RawCue = { start: number; end?: number; speaker?: string; text: string };

/** Reads a list of things that each are one cue; `undefined` passes one over. */
function parseList(
  text: string,
  find: (root: Record<string, unknown>) => unknown,
  read: (item: Record<string, unknown>) => RawCue | undefined,
): ParsedTranscript {
  const transcript = transcriptBuilder();
  const { value, message } = readJson(text);
  if (message) transcript.problem(message);
  else {
    const items = asItems(find(asMap(value)));
    if (!items) transcript.problem('there is no list of cues in it');
    for (const [index, item] of (items ?? []).entries()) {
      const cue = read(asMap(item));
      if (cue) transcript.add(cue, 1, `item ${index + 1}`);
    }
  }
  return transcript.done();
}

/** Podcasting 2.0: `{ segments: [{ speaker, startTime, endTime, body }] }`. */
export function parsePodcastJson(text: string): ParsedTranscript {
  return parseList(
    text,
    (root) => root.segments,
    (item) => ({
      start: asNumber(item.startTime),
      end: asNumber(item.endTime),
      speaker: asText(item.speaker),
      text: asText(item.body) ?? '',
    }),
  );
}

/** YouTube captions (json3): `{ events: [{ tStartMs, dDurationMs, segs: [{ utf8 }] }] }`. Events without words are layout. */
export function parseYoutubeJson3(text: string): ParsedTranscript {
  return parseList(
    text,
    (root) => root.events,
    (item) => {
      const words = asItems(item.segs)?.map((part) => asText(asMap(part).utf8) ?? '');
      if (!words || words.join('').trim() === '') return undefined;
      const start = asNumber(item.tStartMs) / 1000;
      return { start, end: start + asNumber(item.dDurationMs) / 1000, text: words.join('') };
    },
  );
}

/** Whisper: `{ segments: [{ start, end, text, speaker? }] }`, or whisper.cpp's `{ transcription: [{ offsets, text }] }`. */
export function parseWhisperJson(text: string): ParsedTranscript {
  return parseList(
    text,
    (root) => root.segments ?? root.transcription,
    (item) => {
      const offsets = asMap(item.offsets);
      const inSeconds = item.start !== undefined;
      return {
        start: inSeconds ? asNumber(item.start) : asNumber(offsets.from) / 1000,
        end: inSeconds ? asNumber(item.end) : asNumber(offsets.to) / 1000,
        speaker: asText(item.speaker),
        text: asText(item.text) ?? '',
      };
    },
  );
}
