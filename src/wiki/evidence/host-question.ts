import type { NodeId } from '../corpus/node.ts';
import type { EpisodeTranscript } from './check-claim.ts';
import type { AnchoredClaim } from './checked-claim.ts';
import type { LockEntry } from './lock.ts';
import type { TimedCue } from './timeline.ts';

/** Seconds before a claim within which the question that led to it is looked for: earlier ones led to something else. */
const QUESTION_WITHIN = 90;
/** Words up to which somebody else’s turn without a question mark is a nod, and interrupts nothing. */
const NOD_WORDS = 3;
/** Latin, full-width, Arabic and Greek; Spanish closes with the Latin one. */
const QUESTION_MARK = /[?？؟\u037e]/u;

/**
 * The second at which the host’s turn begins that the guest’s turn around `start` answers, where that is known: a host
 * speaks directly before, asks something, and began at most {@link QUESTION_WITHIN} seconds before `start`. Nods
 * within a turn count for nothing. A transcript without question marks or speakers knows no question.
 */
export function hostQuestion(episode: EpisodeTranscript, guest: NodeId, start: number): number | undefined {
  const { speakers } = episode;
  const { cues } = episode.index.timeline;
  // Clocks of two recordings are never quite alike: an answer may start a second late.
  let at = cues.findLastIndex((cue) => cue.second <= start + 1);
  const isNod = (cue: TimedCue) => cue.words[1] - cue.words[0] <= NOD_WORDS && !QUESTION_MARK.test(cue.text);
  /** To the beginning of a person’s turn; `at` is left before it. */
  const goBack = (id: NodeId) => {
    let first: TimedCue | undefined;
    let asks = false;
    for (; at >= 0; at--) {
      const cue = cues[at] as TimedCue;
      if (speakers.of(cue.speaker) === id) {
        first = cue;
        asks ||= QUESTION_MARK.test(cue.text);
      } else if (!isNod(cue)) break;
    }
    return { first, asks };
  };
  const answer = goBack(guest);
  const host = speakers.of(cues[at]?.speaker);
  if (!answer.first || host === undefined || !speakers.isHost(host)) return undefined;
  const question = goBack(host);
  if (!question.first || question.first.isMended || !question.asks) return undefined;
  const { second } = question.first;
  return second < start && start - second <= QUESTION_WITHIN ? second : undefined;
}

/** The question before the first of a claim’s ranges, as its lock has it; a lock is a file that anyone may have edited. */
export function questionBefore(claim: AnchoredClaim, entry: LockEntry): number | undefined {
  if (entry.at.join() !== claim.at.join()) return undefined;
  const starts: number[] = claim.ranges.map(({ range }) => range.start);
  const start = Math.min(...starts);
  const question = entry.anchors[starts.indexOf(start)]?.question;
  return question !== undefined && question < start && start - question <= QUESTION_WITHIN ? question : undefined;
}
