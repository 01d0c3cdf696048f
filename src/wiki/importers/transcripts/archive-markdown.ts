import { formatTime } from '../../text/timestamp.ts';
import { readFrontMatter } from '../front-matter.ts';
import { asItems, asMap, asNumber, asText } from './json-text.ts';
import { type ParsedTranscript, transcriptBuilder } from './transcript.ts';

/** An episode of a podcast archive kept as Markdown: `transcript:` in its front matter, a list of `line`, `sec`, `who`. */
export function parseArchiveMarkdown(text: string): ParsedTranscript & { youtube?: string } {
  const { data, problem } = readFrontMatter(text);
  const transcript = transcriptBuilder();
  if (problem) transcript.problem(problem.message, problem.line);
  readTurns(data.transcript, transcript);
  const youtube = asText(asMap(data.ids).youtube);
  return { ...transcript.done(), ...(youtube ? { youtube } : {}) };
}

/** Longest things that can be a name. What is longer is a sentence that slipped into the wrong field. */
const MAX_NAME = 80;
const MAX_NAME_WORDS = 7;

function isName(who: string): boolean {
  return who.length <= MAX_NAME && who.trim().split(/\s+/).length <= MAX_NAME_WORDS;
}

/** Adds the turns of a `transcript:` list; headings between them are not speech. */
export function readTurns(value: unknown, transcript: ReturnType<typeof transcriptBuilder>): void {
  let slipped: string | undefined;
  for (const [index, item] of (asItems(value) ?? []).entries()) {
    const turn = asMap(item);
    const text = asText(turn.line);
    if (text === undefined) continue;
    const who = asText(turn.who);
    const start = asNumber(turn.sec);
    const place = `turn ${index + 1}`;
    if (who === undefined || isName(who)) {
      transcript.add({ start, speaker: who, text }, 1, place);
      continue;
    }
    // The words are kept, once; who says them is not known.
    const isRepeated = who === slipped;
    transcript.add({ start, text: isRepeated ? text : `${who} ${text}` }, 1, place);
    if (!isRepeated) transcript.problem('words stand where a name should', 1, formatTime(start));
    slipped = who;
  }
}
