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

/** Adds the turns of a `transcript:` list; headings between them are not speech. */
export function readTurns(value: unknown, transcript: ReturnType<typeof transcriptBuilder>): void {
  for (const item of asItems(value) ?? []) {
    const turn = asMap(item);
    const text = asText(turn.line);
    if (text === undefined) continue;
    transcript.add({ start: asNumber(turn.sec), speaker: asText(turn.who), text });
  }
}
