import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Evidence, EvidenceInput } from '../wiki/evidence/evidence.ts';
import { TRANSCRIPT_FOLDER } from '../wiki/evidence/evidence-among.ts';
import { formatLock, LOCK_FILE, type Lock, parseLock } from '../wiki/evidence/lock.ts';
import { type EvidenceMemory, emptyMemory, isSameMemory } from '../wiki/evidence/memory.ts';
import type { TranscriptFile } from '../wiki/evidence/transcript-facts.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import { decodeText } from './decode-text.ts';
import { KnownDigests, type Stamps } from './known-digests.ts';
import { listFiles } from './list-files.ts';
import { digestOf, modelDigest } from './model-digest.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { MissingContentError } from './read-content.ts';
import { replaceFile } from './replace-file.ts';

const TRANSCRIPT = /\.(?:vtt|srt|json3?|txt|md)$/;
/** Where results are kept between checks: beside what builds keep, never in the content. */
export function keptEvidencePath(content: string): string {
  return join(PROJECT_ROOT, '.onrecord', 'evidence', `${fingerprint(resolve(content))}.json`);
}

/** The lock alone: what pages show, without a transcript read. */
export async function readLock(content: string): Promise<EvidenceInput> {
  return { transcripts: [], lock: parseLock(await readIfThere(join(content, LOCK_FILE))) };
}

/** What one check leaves for the next. */
interface Kept {
  /** Of transcripts, so that those that nobody touched need not be read. */
  stamps: Stamps;
  memory: EvidenceMemory;
}

/** What is known of the content beyond it, and which files were looked at for it. */
export interface KnownEvidence extends EvidenceInput {
  stamps: Stamps;
  /** As it was kept by the check before. */
  kept: Kept;
}

/** Everything that is known of the content beyond it: its transcripts, those of another folder, the lock, earlier results. */
export async function readEvidence(content: string, elsewhere?: string): Promise<KnownEvidence> {
  if (elsewhere !== undefined && !(await stat(elsewhere).catch(() => undefined))?.isDirectory()) {
    throw new MissingContentError(`there is no folder ${elsewhere}`);
  }
  const kept = await readKept(keptEvidencePath(content));
  const digests = new KnownDigests(kept.stamps);
  const own = readTranscripts(join(content, TRANSCRIPT_FOLDER), `${TRANSCRIPT_FOLDER}/`, digests);
  const foreign = elsewhere === undefined ? [] : readTranscripts(elsewhere, '', digests);
  const { lock } = await readLock(content);
  return {
    transcripts: [...own, ...foreign],
    own: new Set(own.map((file) => file.path)),
    lock,
    memory: kept.memory,
    stamps: digests.stamps,
    kept,
  };
}

/** Keeps what was found out for the next check, and the lock where it changed. Answers whether the lock was written. */
export async function keepEvidence(
  content: string,
  evidence: Evidence,
  known: KnownEvidence,
  isFrozen: boolean,
): Promise<boolean> {
  // Who checks without transcripts has found nothing out.
  if (!evidence.isPresent) return false;
  await keep(keptEvidencePath(content), { stamps: known.stamps, memory: evidence.memory }, known.kept);
  if (isFrozen || isSameLock(evidence.lock, known.lock)) return false;
  const lockPath = join(content, LOCK_FILE);
  const text = formatLock(evidence.lock);
  const before = await readIfThere(lockPath);
  if (before === text || (evidence.lock.size === 0 && before === undefined)) return false;
  await replaceFile(lockPath, text);
  return true;
}

/**
 * What was kept, two lines of JSON under one with the digests of the code that made them and of both. What is not whole,
 * or was made by other code, is as good as nothing.
 */
async function readKept(path: string): Promise<Kept> {
  const file = await readIfThere(path);
  const end = file?.indexOf('\n') ?? -1;
  const text = file?.slice(end + 1) ?? '';
  if (file === undefined || file.slice(0, end) !== headOf(text)) return { stamps: {}, memory: emptyMemory() };
  const [stamps, memory] = text.split('\n') as [string, string];
  return { stamps: JSON.parse(stamps) as Stamps, memory: JSON.parse(memory) as EvidenceMemory };
}

async function keep(path: string, { stamps, memory }: Kept, before: Kept): Promise<void> {
  const paths = Object.keys(stamps);
  const isSameFiles =
    paths.length === Object.keys(before.stamps).length && paths.every((one) => stamps[one] === before.stamps[one]);
  if (isSameFiles && isSameMemory(memory, before.memory)) return;
  const text = `${JSON.stringify(stamps)}\n${JSON.stringify(memory)}`;
  // A disk that is full, or that may not be written, only costs time.
  await replaceFile(path, `${headOf(text)}\n${text}`).catch(() => undefined);
}

const headOf = (text: string) => `${modelDigest()} ${digestOf(text)}`;

/** Lines that were not renewed are the very ones that were read. */
function isSameLock(left: Lock, right: Lock): boolean {
  return left.size > 0 && left.size === right.size && [...left].every(([slug, line]) => right.get(slug) === line);
}

/** A digest is enough to know a transcript again: its text is read when asked for, and not kept. */
function readTranscripts(folder: string, prefix: string, digests: KnownDigests): TranscriptFile[] {
  return listFiles(folder, (name) => TRANSCRIPT.test(name) && !/^README\.md$/i.test(name)).map((path) => {
    const full = resolve(folder, path);
    return {
      path: prefix + path,
      // The same bytes are read differently under another ending.
      digest: extname(path) + digests.of(full),
      get text() {
        return decodeText(readFileSync(full)).text;
      },
    };
  });
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
