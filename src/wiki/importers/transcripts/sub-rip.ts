import { normaliseSource } from '../../text/source-text.ts';
import { createSpeakerPrefix } from './speaker-prefix.ts';
import { type ParsedTranscript, transcriptBuilder } from './transcript.ts';
import { readBlocks } from './web-vtt.ts';

/** SubRip (.srt). Styles are dropped; a name before a colon is a speaker where it recurs. */
export function parseSubRip(text: string): ParsedTranscript {
  const transcript = transcriptBuilder();
  const found: { start: number; end: number; text: string; line: number }[] = [];
  readBlocks(normaliseSource(text).split('\n'), transcript, (payload, start, end, line) => {
    const plain = payload.replace(/<\/?[biu]>|<\/?font[^<>]*>|\{\\[^{}]*\}/gi, '');
    found.push({ start, end, text: plain, line });
  });
  const split = createSpeakerPrefix(found.map((cue) => cue.text));
  for (const { line, ...cue } of found) transcript.add({ ...cue, ...split(cue.text) }, line);
  return transcript.done();
}
