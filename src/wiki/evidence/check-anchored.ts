import { fingerprint } from '../text/fingerprint.ts';
import { formatRange, formatTime, parseRange, type TimeRange } from '../text/timestamp.ts';
import { type Anchor, anchorOf, locateAnchor, windowWords } from './anchor.ts';
import { type CheckedClaim, type ClaimCheck, checkClaim, type EpisodeTranscript, singleEnd } from './check-claim.ts';
import type { EvidenceFinding } from './finding.ts';
import { hostQuestion } from './host-question.ts';
import type { LockEntry } from './lock.ts';

/** A result with what the lock should say of the claim from now on. */
export interface AnchoredCheck extends Pick<ClaimCheck, 'state' | 'findings' | 'reason'> {
  entry?: LockEntry;
  isReanchored?: true;
}

/** Seconds by which a place may move before it is another place: times of words in a turn are estimates. */
const SAME_PLACE = 8;
/** The same where the claim's own second is an estimate. */
const SAME_ESTIMATE = 20;

const HOLDS: readonly ClaimCheck['state'][] = ['quote-verified', 'paraphrase-supported', 'second-holds'];

/** Checks a claim, and what it was last anchored to: an edited transcript renews the anchor or says that the place has moved. */
export function checkAnchored(
  episode: EpisodeTranscript,
  claim: CheckedClaim & { at: string[] },
  locked: LockEntry | undefined,
): AnchoredCheck {
  const { timeline } = episode.index;
  const words = fingerprint(JSON.stringify([claim.guest, claim.text, claim.quote ?? '']));
  const known = locked?.words === words ? locked : undefined;
  const isMoved = known !== undefined && known.at.join() !== claim.at.join();
  const check = checkClaim(episode, { ...claim, ...(isMoved ? { before: rangesOf(known) } : {}) });
  const result: AnchoredCheck = {
    state: check.state,
    findings: check.findings,
    ...(check.reason ? { reason: check.reason } : {}),
  };
  const windows = claim.ranges.map(({ range }) =>
    windowWords(timeline, range, range.end ?? singleEnd(episode, range.start)),
  );
  const anchors = windows.map((window, index): Anchor => {
    const question = hostQuestion(episode, claim.guest, (claim.ranges[index] as { range: TimeRange }).range.start);
    const anchor = anchorOf(timeline, window, index === 0 ? check.quoted : undefined);
    return question === undefined ? anchor : { ...anchor, question };
  });
  const entry: LockEntry = { at: claim.at, words, state: check.state, anchors };
  if (known && !isMoved) {
    const changed = anchors.flatMap((anchor, index) => (anchor.window === known.anchors[index]?.window ? [] : [index]));
    const drifts = changed.flatMap((index) => drift(episode, claim, known, index) ?? []);
    const lost = drifts.filter((finding) => finding.fix === undefined);
    const isLost = lost.length > 0 && !HOLDS.includes(check.state);
    const moved = drifts.filter((finding) => finding.fix !== undefined);
    if (moved.length > 0 || isLost) {
      return { ...result, state: 'not-checkable', findings: moved.length > 0 ? moved : lost, entry: known };
    }
    if (changed.length > 0 && check.state !== 'fails') return { ...result, entry, isReanchored: true };
  }
  // A claim moved to where less of it is said stays anchored to where it was.
  if (isMoved && check.state === 'support-not-found') return { ...result, entry: known };
  if (check.state === 'fails') return known ? { ...result, entry: known } : result;
  return check.state === 'not-checkable' ? result : { ...result, entry };
}

/** The finding for a range whose words are elsewhere now, or nowhere. */
function drift(
  { index: { timeline } }: EpisodeTranscript,
  claim: CheckedClaim,
  known: LockEntry,
  index: number,
): EvidenceFinding | undefined {
  const anchor = known.anchors[index];
  const own = claim.ranges[index];
  if (!anchor || !own || anchor.sketch.length === 0) return undefined;
  const { range, path } = own;
  const place = locateAnchor(timeline, anchor);
  if (place === undefined) {
    return {
      code: 'drifted-claim',
      path,
      message: `the transcript was edited; what this rested on at ${formatTime(range.start)} is no longer in it`,
      hint: 'listen again and mend the claim',
    };
  }
  const shift = Math.floor(timeline.at[place] ?? range.start) - range.start;
  if (Math.abs(shift) <= (claim.approx ? SAME_ESTIMATE : SAME_PLACE)) return undefined;
  const fix = formatRange({
    start: Math.max(0, range.start + shift),
    ...(range.end === undefined ? {} : { end: range.end + shift }),
  } as TimeRange).replace('–', '-');
  return {
    code: 'drifted-claim',
    path,
    message: `the transcript was edited; what this rested on has moved from ${formatTime(range.start)} to ${formatTime(range.start + shift)}`,
    hint: `write \`${fix}\``,
    fix,
  };
}

function rangesOf(entry: LockEntry): TimeRange[] {
  return entry.at.flatMap((at) => parseRange(at) ?? []);
}
