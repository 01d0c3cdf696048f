import { type LineSource, linesOf } from './line-source.ts';
import { createSpeakerPrefix } from './speaker-prefix.ts';
import { type ParsedTranscript, transcriptBuilder } from './transcript.ts';
import { readBlocks } from './web-vtt.ts';

/** SubRip (.srt). Styles are dropped; a name before a colon is a speaker where it recurs. Lines are gone through twice. */
export function parseSubRip(source: LineSource, transcript = transcriptBuilder()): ParsedTranscript {
  const lines = linesOf(source);
  const plain = (payload: string) => payload.replace(/<\/?[biu]>|<\/?font[^<>]*>|\{\\[^{}]*\}/gi, '');
  const prefix = createSpeakerPrefix();
  readBlocks(lines, { problem() {} }, (payload) => prefix.note(plain(payload)));
  readBlocks(lines, transcript, (payload, start, end, line) => {
    transcript.add({ start, end, ...prefix.split(plain(payload)) }, line);
  });
  return transcript.done();
}
