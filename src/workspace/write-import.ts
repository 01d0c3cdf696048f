import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImportedFile } from '../wiki/importers/imported.ts';
import { fingerprint } from '../wiki/text/fingerprint.ts';
import { compareText } from '../wiki/text/order.ts';

/** Name of the file that says what imports have made, so that a later one updates that and nothing else. */
const RECORD = 'import.lock.json';

export interface ImportChange {
  path: string;
  /** `kept`: a curator wrote or changed it since, so it stays. */
  change: 'new' | 'updated' | 'same' | 'kept';
}

/** Writes what was imported, but never over what a curator wrote. With `isDry` it only says what it would do. */
export async function writeImport(
  into: string,
  files: readonly ImportedFile[],
  isDry: boolean,
  onFile?: (done: number) => void,
): Promise<ImportChange[]> {
  const recordPath = join(into, RECORD);
  const record = await readRecord(recordPath);
  const changes: ImportChange[] = [];
  for (const file of [...files].sort((left, right) => compareText(left.path, right.path))) {
    const path = join(into, file.path);
    const present = await readFile(path, 'utf8').catch(() => undefined);
    const digest = fingerprint(file.text);
    const isOurs = present === undefined || record[file.path] === fingerprint(present);
    const change = present === file.text ? 'same' : present === undefined ? 'new' : isOurs ? 'updated' : 'kept';
    changes.push({ path: file.path, change });
    onFile?.(changes.length);
    if (isDry || change === 'kept') continue;
    if (change !== 'same') {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.text);
      record[file.path] = digest;
    }
  }
  if (!isDry && changes.length > 0) {
    const sorted = Object.fromEntries(Object.entries(record).sort(([left], [right]) => compareText(left, right)));
    await mkdir(into, { recursive: true });
    await writeFile(
      recordPath,
      `${JSON.stringify({ about: 'What imports made. Files changed since are left alone.', files: sorted }, null, 2)}\n`,
    );
  }
  return changes;
}

async function readRecord(path: string): Promise<Record<string, string>> {
  try {
    const { files } = JSON.parse(await readFile(path, 'utf8')) as { files?: Record<string, string> };
    return { ...files };
  } catch {
    return {};
  }
}
