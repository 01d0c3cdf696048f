import type { AnyNode } from '../corpus/node.ts';
import { count } from '../text/plain.ts';
import { suggest } from '../text/suggest.ts';
import { formatTime } from '../text/timestamp.ts';
import type { PlacedFinding } from './evidence.ts';
import type { EvidenceCode } from './finding.ts';
import type { EpisodeNode } from './match-transcripts.ts';
import type { Speakers } from './speakers.ts';
import { examples, likeness, type TranscriptFacts } from './transcript-facts.ts';

/** Likeness from which two transcripts are one: other talks of the same show share next to nothing. */
const SAME = 0.5;

export interface ArchiveEntry {
  episode: EpisodeNode;
  guests: readonly AnyNode[];
  path: string;
  facts: TranscriptFacts;
  speakers: Speakers;
}

/** Labels that are nobody's. */
function strangers({ facts, speakers }: Pick<ArchiveEntry, 'facts' | 'speakers'>): TranscriptFacts['labels'] {
  return facts.labels.filter(({ label }) => label !== '' && speakers.of(label) === undefined);
}

/** What is odd in one episode's transcript, whatever is claimed of it. In a copy of another's the wrong people speak: once said is enough. */
export function* checkTranscript(entry: ArchiveEntry, isCopy: boolean): Iterable<PlacedFinding> {
  const { episode, path, facts, speakers } = entry;
  const say = (code: EvidenceCode, field: string, message: string, hint?: string): PlacedFinding => ({
    code,
    file: episode.file,
    span: episode.locate([field]),
    message,
    ...(hint ? { hint } : {}),
  });
  if (facts.problems.length > 0) {
    const shown = facts.problems.map(({ line, message }) => (line > 1 ? `line ${line}: ${message}` : message));
    yield say('unreadable-transcript', 'title', `${path} could not be read as it should: ${examples(shown)}`);
  }
  const unknown = strangers({ facts, speakers });
  if (unknown.length > 0 && !isCopy) {
    const shown = unknown.map(
      ({ label, uses, first }) => `\`${label}\` (${count(uses, 'cue')}, first at ${formatTime(first)})`,
    );
    yield say(
      'unknown-speaker',
      'guests',
      `the transcript names ${examples(shown)}, who ${unknown.length > 1 ? 'are' : 'is'} neither guest nor host`,
      wayOut(entry, unknown),
    );
  }
  const odd: [EvidenceCode, string[], string, string][] = [
    [
      'backward-times',
      facts.backward,
      'times of the transcript run backwards',
      'mend the times; claims near them are checked as if the turn went on',
    ],
    ['silent-gap', facts.gaps, 'the transcript is silent for long', 'is something missing?'],
    [
      'crowded-words',
      facts.crowded,
      'more is said in the transcript than can be spoken',
      'one of the two times is probably wrong',
    ],
  ];
  for (const [code, found, message, hint] of odd) {
    if (found.length > 0) yield say(code, 'title', `${message}: ${examples(found)}`, hint);
  }
}

/** One label that is nobody's and one guest who is not heard are most likely one person; that is for the curator to say. */
function wayOut({ guests, facts, speakers }: ArchiveEntry, unknown: TranscriptFacts['labels']): string {
  const label = unknown[0]?.label ?? '';
  const heard = new Set(facts.labels.map((known) => speakers.of(known.label)));
  const silent = guests.filter((guest) => !heard.has(guest.id));
  if (unknown.length === 1 && silent.length === 1) {
    const [guest] = silent as [AnyNode];
    const written = /^[\p{L}\p{N}][\p{L}\p{N} .-]*$/u.test(label) ? label : JSON.stringify(label);
    return `if this is ${guest.title}, write \`speakers: [${written}]\` in ${guest.file}; if not, mend the transcript`;
  }
  const near = suggest(label, speakers.labels);
  return `${near ? `is \`${label}\` the same as \`${near}\`? ` : ''}Add the label to \`speakers\` of the guest, or mend the transcript`;
}

/** Pairs of episodes with one transcript, said at the later of the two. */
export function* sameTranscripts(entries: readonly ArchiveEntry[]): Iterable<PlacedFinding> {
  const holders = new Map<number, number[]>();
  for (const [index, { facts }] of entries.entries()) {
    const shared = new Map<number, number>();
    for (const hash of facts.sketch) {
      const known = holders.get(hash);
      for (const other of known ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (known) known.push(index);
      else holders.set(hash, [index]);
    }
    for (const [other, hashes] of shared) {
      if (hashes < (facts.sketch.length * SAME) / 2) continue;
      const pair = [entries[other] as ArchiveEntry, entries[index] as ArchiveEntry] as const;
      // The copy is the one whose people are not those who speak.
      const [first, second] = strangers(pair[0]).length > strangers(pair[1]).length ? [pair[1], pair[0]] : pair;
      const share = likeness(first.facts, second.facts);
      if (share < SAME) continue;
      yield {
        code: 'duplicate-transcript',
        file: second.episode.file,
        span: second.episode.locate(['media']),
        message: `${share > 0.98 ? 'the same transcript' : `${Math.round(share * 100)} % of the transcript`} stands under “${first.episode.title}”`,
        hint: 'find the transcript of this recording; claims from it are about the other conversation',
        related: [{ file: first.episode.file, span: first.episode.span, message: 'the other episode' }],
      };
    }
  }
}
