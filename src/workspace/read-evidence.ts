import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { glob, readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Evidence, EvidenceInput } from '../wiki/evidence/evidence.ts';
import { TRANSCRIPT_FOLDER } from '../wiki/evidence/evidence-among.ts';
import { formatLock, LOCK_FILE, type Lock, parseLock } from '../wiki/evidence/lock.ts';
import { type EvidenceMemory, parseMemory } from '../wiki/evidence/memory.ts';
import type { TranscriptFile } from '../wiki/evidence/transcript-facts.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import { compareText } from '../wiki/text/order.ts';
import { decodeText } from './decode-text.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { readBytes } from './read-bytes.ts';
import { MissingContentError } from './read-content.ts';
import { replaceFile } from './replace-file.ts';

/** Files read at once. */
const AT_ONCE = 32;

/** Where results are kept between checks: beside what builds keep, never in the content. */
const memoryPath = (content: string) =>
  join(PROJECT_ROOT, '.onrecord', 'evidence', `${fingerprint(resolve(content))}.json`);

/** The lock alone: what pages show, without a transcript read. */
export async function readLock(content: string): Promise<EvidenceInput> {
  return { transcripts: [], lock: parseLock(await readIfThere(join(content, LOCK_FILE))) };
}

/** Everything that is known of the content beyond it: its transcripts, those of another folder, the lock, earlier results. */
export async function readEvidence(content: string, elsewhere?: string): Promise<EvidenceInput> {
  const own = await readTranscripts(join(content, TRANSCRIPT_FOLDER), `${TRANSCRIPT_FOLDER}/`);
  if (elsewhere !== undefined && !(await stat(elsewhere).catch(() => undefined))?.isDirectory()) {
    throw new MissingContentError(`there is no folder ${elsewhere}`);
  }
  const foreign = elsewhere === undefined ? [] : await readTranscripts(elsewhere, '');
  const { lock } = await readLock(content);
  return {
    transcripts: [...own, ...foreign],
    own: new Set(own.map((file) => file.path)),
    lock,
    memory: parseMemory(whole(await readIfThere(memoryPath(content)))),
  };
}

/** Keeps what was found out for the next check, and the lock where it changed. Answers whether the lock was written. */
export async function keepEvidence(
  content: string,
  evidence: Evidence,
  known: EvidenceInput,
  isFrozen: boolean,
): Promise<boolean> {
  const path = memoryPath(content);
  if (!isSameMemory(evidence.memory, known.memory)) {
    const text = JSON.stringify(evidence.memory);
    await replaceFile(path, `${digestOf(text)}\n${text}`);
  }
  if (isFrozen || !evidence.isPresent || isSameLock(evidence.lock, known.lock)) return false;
  const lockPath = join(content, LOCK_FILE);
  const text = formatLock(evidence.lock);
  if ((await readIfThere(lockPath)) === text || (evidence.lock.size === 0 && !(await readIfThere(lockPath))))
    return false;
  await replaceFile(lockPath, text);
  return true;
}

const digestOf = (text: string) => hash('sha1', text, 'base64url');

/** The text under the digest of its first line; what was damaged on the disk is as good as nothing. */
function whole(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const end = file.indexOf('\n');
  const text = file.slice(end + 1);
  return file.slice(0, end) === digestOf(text) ? text : undefined;
}

/** Results are kept under what they depend on: the same keys hold the same results. */
function isSameMemory(left: EvidenceMemory, right: EvidenceMemory | undefined): boolean {
  const hasSameKeys = (one: object, other: object) => {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key));
  };
  return right !== undefined && hasSameKeys(left.facts, right.facts) && hasSameKeys(left.checks, right.checks);
}

/** Entries that were not renewed are the very ones that were read. */
function isSameLock(left: Lock, right: Lock): boolean {
  return left.size > 0 && left.size === right.size && [...left].every(([slug, entry]) => right.get(slug) === entry);
}

async function readTranscripts(folder: string, prefix: string): Promise<TranscriptFile[]> {
  const paths: string[] = [];
  for await (const path of glob('**/*.{vtt,srt,json,json3,txt,md}', { cwd: folder })) {
    const normal = path.split(sep).join('/');
    if (!/(^|\/)(\.|README\.md$)/i.test(normal)) paths.push(normal);
  }
  paths.sort(compareText);
  const files: TranscriptFile[] = [];
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const bytes = await Promise.all(paths.slice(start, start + AT_ONCE).map((path) => readBytes(join(folder, path))));
    for (const [index, one] of bytes.entries()) {
      const path = paths[start + index] as string;
      files.push(transcriptFile(prefix + path, join(folder, path), hash('sha1', one, 'base64url')));
    }
  }
  return files;
}

/** A digest is enough to know a transcript again: its text is read when asked for, and not kept. */
function transcriptFile(path: string, full: string, digest: string): TranscriptFile {
  return {
    path,
    digest,
    get text() {
      return decodeText(readFileSync(full)).text;
    },
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
