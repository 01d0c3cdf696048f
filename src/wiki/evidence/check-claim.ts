import type { NodeId } from '../corpus/node.ts';
import type { Path } from '../corpus/parse-yaml.ts';
import { formatRange, formatTime, type TimeRange } from '../text/timestamp.ts';
import { checkQuote } from './check-quote.ts';
import type { WordRange } from './find-quote.ts';
import type { EvidenceFinding, EvidenceState } from './finding.ts';
import type { Speakers } from './speakers.ts';
import { type Support, type SupportIndex, supportOf } from './support.ts';
import { cuesAt, type TimedCue } from './timeline.ts';

/** What of a claim is held against the transcript. */
export interface CheckedClaim {
  guest: NodeId;
  ranges: readonly { range: TimeRange; path: Path }[];
  text: string;
  quote?: string;
  approx: boolean;
  /** Where it was last verified, if it has been moved since. */
  before?: readonly TimeRange[];
}

export interface ClaimCheck {
  state: EvidenceState;
  findings: EvidenceFinding[];
  /** Why it could not be verified, where it could not. */
  reason?: string;
  /** Where the quote stands. */
  quoted?: WordRange;
}

export interface EpisodeTranscript {
  index: SupportIndex;
  speakers: Speakers;
  /** A person's name, for messages. */
  nameOf(id: NodeId): string;
}

/**
 * When support is too low to believe (measured on 730 claims read off 23 transcripts: none of them falls under it, of
 * those moved to another of the guest's turns nine in ten do): next to nothing of the claim is said there; or little,
 * while another window says most of it; or little beside what the best window says; or much less than where it was
 * last verified.
 */
const NO_SUPPORT = 0.14;
const LOW_SUPPORT = 0.3;
const STRONG_ELSEWHERE = 0.6;
const FAR_BEHIND = 0.35;
const BEHIND_BEFORE = 0.7;
/** Content words below which a score means nothing. */
const MIN_HEARD = 4;
/** Seconds after a wrong start within which the answer is looked for, where the range has no end. */
const ANSWER_WITHIN = 180;
/** Seconds a single time stands for, at least and at most. */
const SINGLE = [30, 120] as const;
/** A start may be so many seconds early: clocks of two recordings are never quite alike. */
const EARLY = 1;

/** Holds one claim against its transcript: second, speaker, quote, support. */
export function checkClaim(episode: EpisodeTranscript, claim: CheckedClaim): ClaimCheck {
  const { timeline } = episode.index;
  const findings: EvidenceFinding[] = [];
  const isGuest = (cue: TimedCue) => episode.speakers.of(cue.speaker) === claim.guest;
  let reason: string | undefined;

  for (const { range, path } of claim.ranges) {
    const last = range.end ?? range.start;
    const outside = range.start > timeline.end ? range.start : last > timeline.end ? last : undefined;
    if (outside !== undefined) {
      findings.push({
        code: 'second-not-in-transcript',
        path,
        message: `${formatTime(outside)} lies after the end of the recording`,
        hint: `the transcript ends at ${formatTime(timeline.end)}`,
      });
      continue;
    }
    const wrong = checkSpeaker(episode, claim.guest, range, path);
    if (typeof wrong === 'string') reason ??= wrong;
    else if (wrong) findings.push(wrong);
  }

  const windowOf = (range: TimeRange) => [range.start, range.end ?? singleEnd(episode, range.start)] as const;
  const windows = claim.ranges.map(({ range }) => windowOf(range));
  let quoted: WordRange | undefined;
  if (claim.quote !== undefined) {
    const speaksWell = (cue: TimedCue) => isGuest(cue) || episode.speakers.of(cue.speaker) === undefined;
    const check = checkQuote(timeline, claim.quote, windows, speaksWell);
    quoted = check.found;
    if (check.finding) findings.push(check.finding);
  }
  if (findings.length > 0) return { state: 'fails', findings };
  const support = supportOf(episode.index, claim.text, windows, claim.approx);
  const before = claim.before && supportOf(episode.index, claim.text, claim.before.map(windowOf), claim.approx);
  const isBehind = before !== undefined && support.own < BEHIND_BEFORE * before.own;
  const isWeak = support.heard >= MIN_HEARD && (isTooLow(support) || isBehind);
  if (isWeak) {
    const percent = (share: number) => `${Math.round(share * 100)} %`;
    findings.push({
      code: 'weak-support',
      path: ['text'],
      message: `little of this is said there: ${percent(support.own)} of its telling words, against ${percent(support.best)} around ${formatTime(support.bestAt)}`,
      hint: isBehind
        ? `it was verified at ${formatRange(claim.before?.[0] as TimeRange)} before`
        : `listen at ${formatTime(support.bestAt)}; move the range, or put it in words nearer to what was said`,
    });
  }
  if (quoted) return { state: 'quote-verified', findings, quoted };
  if (isWeak) return { state: 'support-not-found', findings };
  if (reason) return { state: 'not-checkable', findings, reason };
  return { state: support.heard >= MIN_HEARD ? 'paraphrase-supported' : 'second-holds', findings };
}

function isTooLow({ own, best }: Support): boolean {
  return own < NO_SUPPORT || (own < LOW_SUPPORT && best >= STRONG_ELSEWHERE) || own < FAR_BEHIND * best;
}

/** The finding for a start at which somebody else speaks, or the reason why it cannot be told. */
function checkSpeaker(
  { index, speakers, nameOf }: EpisodeTranscript,
  guest: NodeId,
  range: TimeRange,
  path: Path,
): EvidenceFinding | string | undefined {
  const { timeline } = index;
  if (!timeline.hasSpeakers) return 'the transcript does not say who speaks';
  const present = cuesAt(timeline, range.start);
  const others = present.map((cue) => speakers.of(cue.speaker));
  if (others.includes(guest)) return undefined;
  const next = timeline.cues.find(
    (cue) => !cue.isMended && cue.second > range.start && speakers.of(cue.speaker) === guest,
  );
  if (next && next.second <= range.start + EARLY) return undefined;
  const other = others.findLast((id) => id !== undefined);
  if (other === undefined && present.length > 0) {
    const label = present.at(-1)?.speaker;
    return label === undefined
      ? `nobody is named at ${formatTime(range.start)}`
      : `\`${label.slice(0, 40)}\` at ${formatTime(range.start)} is nobody we know`;
  }
  const message = other
    ? `${nameOf(other)} speaks at ${formatTime(range.start)}, not ${nameOf(guest)}`
    : `nobody speaks at ${formatTime(range.start)} yet`;
  const until = range.end ?? range.start + ANSWER_WITHIN;
  if (!next || next.second > until) {
    return { code: 'wrong-speaker', path, message, hint: `find the second at which ${nameOf(guest)} says it` };
  }
  const start = formatTime(next.second);
  const fix = range.end === undefined || range.end === next.second ? start : `${start}-${formatTime(range.end)}`;
  return { code: 'wrong-speaker', path, message, hint: `the answer starts at ${start}: write \`${fix}\``, fix };
}

/** Where a claim with a start alone is taken to end: where somebody else takes over, within reason. */
export function singleEnd({ index, speakers }: EpisodeTranscript, start: number): number {
  const { cues } = index.timeline;
  const current = cuesAt(index.timeline, start).at(-1);
  const speaker = speakers.of(current?.speaker);
  const next = cues.find((cue) => cue.second > start && speakers.of(cue.speaker) !== speaker);
  return Math.min(Math.max(next?.second ?? index.timeline.end, start + SINGLE[0]), start + SINGLE[1]);
}
