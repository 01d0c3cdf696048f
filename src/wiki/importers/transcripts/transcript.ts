/** One stretch of speech. Times are seconds from the start of the recording, to the millisecond. */
export interface Cue {
  start: number;
  /** Absent when the source does not say when the speech stops. */
  end?: number;
  /** The label as written. Absent when the source does not say who speaks: never a guess. */
  speaker?: string;
  /** One line of plain text. */
  text: string;
}

/** A conversation in the order in which its source writes it down: odd orders are for rules to see. */
export interface Transcript {
  cues: Cue[];
}

/** Something a reader of foreign text stumbled over; what could be read is kept. */
export interface ReadProblem {
  /** Line in the file, from 1; 1 when the whole file is meant. */
  line: number;
  message: string;
}

export interface ParsedTranscript extends Transcript {
  problems: ReadProblem[];
}

/** Different problems kept of one file; thousands of them say no more than the first few. */
const MAX_PROBLEMS = 20;
/** Places named of a problem that recurs. */
const MAX_PLACES = 3;

/** Latest second a cue may start at: a hundred hours, as for every time of ours. */
const MAX_SECONDS = 100 * 3600;

/** One line, no control characters, no half characters: what a cue of ours may hold. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Z}\uFEFF]+/gu, ' ')
    .trim();
}

export interface TranscriptBuilder {
  /** Adds a cue; a time that is none is a problem, an end before its start is left out. */
  add(cue: { start: number; end?: number; speaker?: string; text: string }, line?: number, place?: string): void;
  /** The same message again is one problem with several places; a place is its line, unless the source has none to name. */
  problem(message: string, line?: number, place?: string): void;
  done(): ParsedTranscript;
}

/** Where every parser puts what it finds, so that all of them clean alike. Whoever takes the cues keeps them. */
export function transcriptBuilder(take?: (cue: Cue) => void): TranscriptBuilder {
  const cues: Cue[] = [];
  const keep = take ?? ((cue: Cue) => cues.push(cue));
  const problems = new Map<string, { line: number; times: number; places: string[]; isNamed: boolean }>();
  let unsaid = 0;
  const problem = (message: string, line = 1, place?: string) => {
    const known = problems.get(message);
    const shown = place ?? `line ${line}`;
    if (known) {
      known.times++;
      if (known.places.length < MAX_PLACES) known.places.push(shown);
    } else if (problems.size < MAX_PROBLEMS) {
      problems.set(message, { line, times: 1, places: [shown], isNamed: place !== undefined });
    } else unsaid++;
  };
  return {
    problem,
    add({ start, end, speaker, text }, line = 1, place?: string) {
      if (!Number.isFinite(start) || start < 0 || start > MAX_SECONDS) {
        problem('a cue without a time was left out', line, place);
        return;
      }
      const cue: Cue = { start: milliseconds(start), text: cleanText(text) };
      if (end !== undefined && Number.isFinite(end) && end >= start && end <= 2 * MAX_SECONDS) {
        cue.end = milliseconds(end);
      }
      const label = cleanText(speaker ?? '');
      if (label !== '') cue.speaker = label;
      keep(cue);
    },
    done() {
      const said = [...problems].map(([message, { line, times, places, isNamed }]): ReadProblem => {
        const rest = times > places.length ? ` and ${times - places.length} more` : '';
        if (times > 1) return { line, message: `${message}, ${times} times: at ${places.join(', ')}${rest}` };
        return { line, message: isNamed ? `${message}, at ${places[0]}` : message };
      });
      if (unsaid > 0) said.push({ line: 1, message: `${unsaid} more problems` });
      return { cues, problems: said };
    },
  };
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
