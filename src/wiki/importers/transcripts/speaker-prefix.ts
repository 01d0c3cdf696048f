/** A name before a colon: one to four words, the first with a capital, where the script has them. */
const PREFIX = /^\s*([\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’_-]*(?: [\p{L}\p{M}\p{N}.'’_-]+){0,3}):\s+(?=\S)/u;
/** A label that stands before one cue only may be the start of a sentence (`One thing: …`). */
const MIN_USES = 2;

/**
 * Splits `Ada: It weaves` where a format has no place of its own for names. A word before a colon counts as a name
 * only when several cues start with it, so all are noted first; else it stays text and the speaker unknown.
 */
export function createSpeakerPrefix(): {
  note(text: string): void;
  split(text: string): { speaker?: string; text: string };
} {
  const uses = new Map<string, number>();
  return {
    note(text) {
      const name = PREFIX.exec(text)?.[1];
      if (name) uses.set(name, (uses.get(name) ?? 0) + 1);
    },
    split(text) {
      const match = PREFIX.exec(text);
      const name = match?.[1];
      if (!match || name === undefined || (uses.get(name) ?? 0) < MIN_USES) return { text };
      return { speaker: name, text: text.slice(match[0].length) };
    },
  };
}
