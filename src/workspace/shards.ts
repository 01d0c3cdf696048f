import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { PageOutput } from './page-output.ts';
import { checkOutput, discard, openStaging, publish } from './publish.ts';

/** One part of a build that several machines share: `3/8` is `{ part: 3, of: 8 }`. */
export interface Shard {
  part: number;
  of: number;
}

/** What a part says of itself, in a file that the merged site does not have. */
interface ShardRecord extends Shard {
  /** The same for parts of one build: same content, code, base and address. */
  build: string;
}

const RECORD = 'shard.json';
/** More parts than any matrix has. */
const MAX_PARTS = 1000;

/** Parts that do not belong together, or are not all there. */
export class ShardError extends Error {}

export function parseShard(text: string): Shard | undefined {
  const [, part, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (part === undefined || of === undefined || part < 1 || part > of || of > MAX_PARTS) return undefined;
  return { part, of };
}

/** Every `of`-th of a list, so that each part has its share of every kind of page. */
export function shareOf<T>(list: readonly T[], shard: Shard | undefined): readonly T[] {
  return shard ? list.filter((_, index) => index % shard.of === shard.part - 1) : list;
}

/** The first part also makes what there is once: search, sitemap, what is left to Astro. */
export function isFirst(shard: Shard | undefined): boolean {
  return shard === undefined || shard.part === 1;
}

/** `key` stands for code, base and address; the rest is the content, and what is known of the claims' evidence. */
export async function writeShardRecord(
  folder: string,
  shard: Shard,
  key: string,
  files: readonly SourceFile[],
  wiki: Wiki,
): Promise<void> {
  const hash = createHash('sha256').update(key);
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  for (const { id } of wiki.graph.ofKind('claim')) hash.update(`${wiki.evidence.stateOf(id)}\0`);
  const record: ShardRecord = { ...shard, build: hash.digest('hex') };
  await writeFile(join(folder, RECORD), JSON.stringify(record));
}

/** All parts of a build → the site, published in one step. Every part must be there once. */
export async function mergeOutput(folders: readonly string[], out: string): Promise<{ files: number }> {
  const records = await Promise.all(folders.map(readRecord));
  const [first] = records;
  if (!first) throw new ShardError('name the folders to merge');
  for (const [index, record] of records.entries()) {
    if (record.build !== first.build || record.of !== first.of) {
      throw new ShardError(`${folders[index]} and ${folders[0]} are parts of different builds`);
    }
    const twin = records.findIndex((other) => other.part === record.part);
    if (twin !== index) throw new ShardError(`${folders[index]} and ${folders[twin]} are the same part`);
  }
  const missing = Array.from({ length: first.of }, (_, index) => index + 1).filter(
    (part) => !records.some((record) => record.part === part),
  );
  if (missing.length > 0) {
    throw new ShardError(`missing: ${missing.map((part) => `${part}/${first.of}`).join(', ')}`);
  }
  await checkOutput(out);
  const staging = await openStaging(out);
  try {
    const output = new PageOutput(staging);
    for (const folder of folders) {
      output.takeAll(folder, (file, source) => {
        if (file === RECORD || readFileSync(source).equals(readFileSync(join(staging, file)))) return;
        throw new ShardError(`${folder} has another ${file} than the parts before it`);
      });
    }
    await rm(join(staging, RECORD));
    await publish(staging, out);
    return { files: output.files - 1 };
  } catch (problem) {
    await discard(staging);
    throw problem;
  }
}

async function readRecord(folder: string): Promise<ShardRecord> {
  const text = await readFile(join(folder, RECORD), 'utf8').catch(() => {
    throw new ShardError(`${folder} is no part of a build: \`build --shard\` makes one`);
  });
  return JSON.parse(text) as ShardRecord;
}
