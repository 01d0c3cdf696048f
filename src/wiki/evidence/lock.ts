import { compareText } from '../text/order.ts';
import type { Anchor } from './anchor.ts';
import type { EvidenceState } from './finding.ts';

/** Name of the file in the content folder that says what each verified claim rests on. */
export const LOCK_FILE = 'evidence.lock.json';

export interface LockEntry {
  /** Its ranges as written when it was verified. */
  at: string[];
  /** Fingerprint of who says what: guest, text, quote. */
  words: string;
  state: EvidenceState;
  /** One a range. */
  anchors: Anchor[];
}

/** Claim (`episode/claim`) → what it rested on when it was last verified. */
export type Lock = ReadonlyMap<string, LockEntry>;

/** Reads a lock file; one that cannot be read locks nothing, and the next check writes it anew. */
export function parseLock(text: string | undefined): Lock {
  const lock = new Map<string, LockEntry>();
  if (text === undefined) return lock;
  try {
    const { claims } = JSON.parse(text) as { claims?: Record<string, LockEntry> };
    for (const [slug, entry] of Object.entries(claims ?? {})) if (isEntry(entry)) lock.set(slug, entry);
  } catch {
    return new Map();
  }
  return lock;
}

function isEntry(entry: Partial<LockEntry> | null): entry is LockEntry {
  return (
    typeof entry?.words === 'string' &&
    typeof entry.state === 'string' &&
    Array.isArray(entry.at) &&
    Array.isArray(entry.anchors) &&
    entry.anchors.every(
      (anchor) =>
        typeof anchor?.window === 'string' &&
        Array.isArray(anchor.sketch) &&
        (anchor.question === undefined || (Number.isSafeInteger(anchor.question) && anchor.question >= 0)),
    )
  );
}

/** One claim a line, in order, so that a change of one is a change of one line. */
export function formatLock(lock: Lock): string {
  const lines = [...lock]
    .sort(([left], [right]) => compareText(left, right))
    .map(([slug, { at, words, state, anchors }]) => {
      const entry = {
        at,
        words,
        state,
        anchors: anchors.map(({ window, length, sketch, quote, question }) => ({
          window,
          length,
          sketch,
          quote,
          question,
        })),
      };
      return `    ${JSON.stringify(slug)}: ${JSON.stringify(entry)}`;
    });
  return `{\n  "about": "What each verified claim rests on, as fingerprints. Written by \`onrecord check\`; commit it.",\n  "claims": {\n${lines.join(',\n')}\n  }\n}\n`;
}
