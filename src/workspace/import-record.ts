import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../wiki/text/order.ts';
import { replaceFile } from './replace-file.ts';

/** Name of the file that says what imports have made, so that a later one updates that and nothing else. */
const RECORD = 'import.lock.json';

/** Path in the content folder → fingerprint of what an import wrote there. */
export type ImportRecord = Record<string, string>;

export interface ImportChange {
  path: string;
  /** `kept`: a curator wrote or changed it since, so it stays. */
  change: 'new' | 'updated' | 'same' | 'kept';
}

/** What becomes of a file: `present` and `wanted` are fingerprints of what is there and of what an import made. */
export function changeOf(
  made: string | undefined,
  present: string | undefined,
  wanted: string,
): ImportChange['change'] {
  if (present === undefined) return 'new';
  if (present === wanted) return 'same';
  return made === present ? 'updated' : 'kept';
}

export async function writeRecord(into: string, record: ImportRecord): Promise<void> {
  const files = Object.fromEntries(Object.entries(record).sort(([left], [right]) => compareText(left, right)));
  const about = 'What imports made. Files changed since are left alone.';
  await replaceFile(join(into, RECORD), `${JSON.stringify({ about, files }, null, 2)}\n`);
}

export async function readRecord(into: string): Promise<ImportRecord> {
  try {
    const { files } = JSON.parse(await readFile(join(into, RECORD), 'utf8')) as { files?: ImportRecord };
    return { ...files };
  } catch {
    return {};
  }
}
