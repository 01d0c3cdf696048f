import { parseArchiveMarkdown } from '../importers/transcripts/archive-markdown.ts';
import { parseTranscript } from '../importers/transcripts/parse-transcript.ts';
import type { Cue, ReadProblem } from '../importers/transcripts/transcript.ts';
import { shingleHash } from '../text/fingerprint.ts';
import { formatTime } from '../text/timestamp.ts';
import { quoteWords } from './words.ts';

/** A transcript as it came from disk. */
export interface TranscriptFile {
  /** As shown in messages. */
  path: string;
  text: string;
  /** Fingerprint of the text. */
  digest: string;
}

/** What a check must know of every transcript, also of those it need not read again. Plain data. */
export interface TranscriptFacts {
  youtube?: string;
  cues: number;
  problems: ReadProblem[];
  /** Label → how often and first when; the empty label is nobody's. */
  labels: { label: string; uses: number; first: number }[];
  /** The smallest hashes of its runs of words: two transcripts with the same text share most. */
  sketch: number[];
  backward: string[];
  gaps: string[];
  crowded: string[];
}

/** Words in a run, runs kept. */
const SHINGLE = 5;
const SKETCH = 64;
/** Seconds without a word that are worth a look. */
const LONG_GAP = 90;
/** Words a second nobody speaks at for long: auctioneers reach five. */
const CROWDED = 7;
/** Words below which a short turn may be squeezed into its second. */
const CROWDED_WORDS = 40;
/** Words a second of very slow speech: how long a turn may last that does not say when it ends. */
const SLOWEST = 0.35;
/** Examples shown of each oddity. */
const EXAMPLES = 5;

/** What was said, without what is odd in it. */
export function readCues(file: TranscriptFile): { cues: Cue[]; problems: readonly ReadProblem[]; youtube?: string } {
  const parsed = file.path.endsWith('.md') ? parseArchiveMarkdown(file.text) : parseTranscript(file.path, file.text);
  return parsed as { cues: Cue[]; problems: readonly ReadProblem[]; youtube?: string };
}

export function readTranscript(file: TranscriptFile): { cues: Cue[]; facts: TranscriptFacts } {
  const { cues, problems: found, youtube } = readCues(file);
  const problems = [...found];
  if (cues.length === 0 && problems.length === 0) problems.push({ line: 1, message: 'no cue was found in it' });
  return { cues, facts: { ...factsOf(cues), ...(youtube ? { youtube } : {}), problems } };
}

function factsOf(cues: readonly Cue[]): Omit<TranscriptFacts, 'problems' | 'youtube'> {
  const labels = new Map<string, { label: string; uses: number; first: number }>();
  const words: string[] = [];
  const backward: string[] = [];
  const gaps: string[] = [];
  const crowded: string[] = [];
  // A turn may be several cues with one start.
  let turn = { start: 0, words: 0, end: 0 };
  for (const cue of cues) {
    const label = cue.speaker ?? '';
    const known = labels.get(label);
    if (known) known.uses++;
    else labels.set(label, { label, uses: 1, first: cue.start });
    const said = quoteWords(cue.text);
    for (const word of said) words.push(word);
    if (cue.start < turn.start) backward.push(`${formatTime(cue.start)} after ${formatTime(turn.start)}`);
    if (cue.start !== turn.start) {
      const spoken = turn.end > turn.start ? turn.end : turn.start + turn.words / SLOWEST;
      // The very beginning is often music, or an introduction left out.
      if (cue.start - spoken > LONG_GAP && turn.start > 0)
        gaps.push(`${formatTime(turn.start)} to ${formatTime(cue.start)}`);
      if (turn.words >= CROWDED_WORDS && cue.start > turn.start && turn.words > CROWDED * (cue.start - turn.start)) {
        crowded.push(`${turn.words} words from ${formatTime(turn.start)} to ${formatTime(cue.start)}`);
      }
      turn = { start: cue.start, words: 0, end: 0 };
    }
    turn.words += said.length;
    turn.end = Math.max(turn.end, cue.end ?? 0);
  }
  return { cues: cues.length, labels: [...labels.values()], sketch: sketchOf(words), backward, gaps, crowded };
}

function sketchOf(words: readonly string[]): number[] {
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) hashes.add(shingleHash(words, at, SHINGLE));
  return [...Float64Array.from(hashes).sort().slice(0, SKETCH)];
}

/** Share of runs of words that two transcripts have in common (Broder 1997), 0 to 1. */
export function likeness(left: TranscriptFacts, right: TranscriptFacts): number {
  const both = [...new Set([...left.sketch, ...right.sketch])].sort((one, other) => one - other).slice(0, SKETCH);
  if (both.length === 0) return 0;
  const [first, second] = [new Set(left.sketch), new Set(right.sketch)];
  return both.filter((hash) => first.has(hash) && second.has(hash)).length / both.length;
}

/** `a, b and 3 more` */
export function examples(all: readonly string[]): string {
  const shown = all.slice(0, EXAMPLES).join('; ');
  return all.length > EXAMPLES ? `${shown}; and ${all.length - EXAMPLES} more` : shown;
}
