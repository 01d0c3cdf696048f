import type { SourceFile } from '../corpus/source-file.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { EvidenceInput } from './evidence.ts';
import { LOCK_FILE, parseLock } from './lock.ts';

/** Folder of transcripts beside the pages. */
export const TRANSCRIPT_FOLDER = 'transcripts';

/** Folder of claims a program proposed. They are no pages: nothing of them is shown until somebody has read them. */
export const DRAFT_FOLDER = 'drafts';

/** Whether a file of the content folder is evidence or a draft, not a page. */
export function isEvidence(path: string): boolean {
  return path === LOCK_FILE || path.startsWith(`${TRANSCRIPT_FOLDER}/`) || path.startsWith(`${DRAFT_FOLDER}/`);
}

/** The transcripts and the lock among the files of a content folder. */
export function evidenceAmong(files: readonly SourceFile[]): EvidenceInput {
  const transcripts = files
    .filter((file) => file.path.startsWith(`${TRANSCRIPT_FOLDER}/`))
    .map(({ path, text }) => ({ path, text, digest: fingerprint(text) }));
  return {
    transcripts,
    own: new Set(transcripts.map((file) => file.path)),
    lock: parseLock(files.find((file) => file.path === LOCK_FILE)?.text),
  };
}
