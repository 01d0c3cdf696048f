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

/** What the lock says of one claim: its line, read only when somebody asks what it holds. */
export class LockedClaim {
  /** JSON of its entry, as it is written. */
  readonly text: string;
  #read: { entry: LockEntry | undefined } | undefined;

  private constructor(text: string, entry?: LockEntry) {
    this.text = text;
    if (entry) this.#read = { entry };
  }

  static read(text: string): LockedClaim {
    return new LockedClaim(text);
  }

  static of(entry: LockEntry): LockedClaim {
    const { at, words, state } = entry;
    // In this order always, so that the same entry is the same text.
    const anchors = entry.anchors.map(({ window, length, sketch, quote, question }) => {
      return { window, length, sketch, quote, question };
    });
    return new LockedClaim(JSON.stringify({ at, words, state, anchors }), entry);
  }

  /** `undefined` when the line cannot be read: nothing is locked then, and the next check writes it anew. */
  get entry(): LockEntry | undefined {
    this.#read ??= { entry: readEntry(this.text) };
    return this.#read.entry;
  }
}

/** Claim (`episode/claim`) → what it rested on when it was last verified. */
export type Lock = ReadonlyMap<string, LockedClaim>;

const HEAD = `{\n  "about": "What each verified claim rests on, as fingerprints. Written by \`onrecord check\`; commit it.",\n  "claims": {\n`;
const TAIL = '\n  }\n}\n';
/** A line as `formatLock` writes it. Slugs need no escapes. */
const LINE = /^ {4}"([^"\\]+)": (\{.*\}),?$/;

/** Reads a lock file; one that cannot be read locks nothing, and the next check writes it anew. */
export function parseLock(text: string | undefined): Lock {
  if (text === undefined) return new Map();
  return readLines(text) ?? readJson(text);
}

/** The claims of a lock as it was written; `undefined` when somebody has laid it out anew. */
function readLines(text: string): Lock | undefined {
  if (!text.startsWith(HEAD) || !text.endsWith(TAIL)) return undefined;
  const lock = new Map<string, LockedClaim>();
  for (const line of text.slice(HEAD.length, -TAIL.length).split('\n')) {
    const [, slug, entry] = LINE.exec(line) ?? [];
    if (slug === undefined || entry === undefined) return undefined;
    lock.set(slug, LockedClaim.read(entry));
  }
  return lock;
}

function readJson(text: string): Lock {
  try {
    const { claims } = JSON.parse(text) as { claims?: Record<string, Partial<LockEntry> | null> };
    const entries = Object.entries(claims ?? {});
    return new Map(entries.flatMap(([slug, entry]) => (isEntry(entry) ? [[slug, LockedClaim.of(entry)]] : [])));
  } catch {
    return new Map();
  }
}

function readEntry(text: string): LockEntry | undefined {
  try {
    const entry = JSON.parse(text) as Partial<LockEntry> | null;
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
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
    .map(([slug, { text }]) => `    ${JSON.stringify(slug)}: ${text}`);
  return HEAD + lines.join(',\n') + TAIL;
}
