import { formatTime, type Seconds } from '../../text/timestamp.ts';

/** Where the question before a claim is not known, playing starts so many seconds early: time to hear the sentence begin. */
export const LEAD_SECONDS = 4;

export interface PlayStart {
  /** Seconds before the claim at which playing starts. */
  lead: number;
  /** The same in words. */
  words: string;
}

/**
 * Where a claim starts to play: at the host’s question that it answers, or a few seconds early.
 * @param seconds at which the claim starts
 * @param asked seconds by which the question comes before it; absent where that is not known
 */
export function playStart(seconds: number, asked?: number): PlayStart {
  if (asked !== undefined)
    return { lead: asked, words: `from the host’s question, ${lengthOf(asked)} before the claim` };
  const lead = Math.min(LEAD_SECONDS, Math.floor(seconds));
  return { lead, words: lead === 0 ? 'from the very second' : `starts ${lead} s before the claim` };
}

/** `9 s`, `1:02` */
function lengthOf(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : formatTime(seconds as Seconds);
}
