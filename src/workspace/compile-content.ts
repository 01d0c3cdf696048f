import type { SourceFile } from '../wiki/corpus/source-file.ts';
import type { EvidenceInput } from '../wiki/evidence/evidence.ts';
import { compileWiki, type Wiki } from '../wiki/wiki.ts';
import { openParseCache, parseCachePath } from './parse-cache.ts';

/** Compiles the files of a content folder, and reads only those anew that have changed since the last time. */
export async function compileContent(
  content: string,
  files: readonly SourceFile[],
  known?: EvidenceInput,
): Promise<Wiki> {
  const cache = await openParseCache(parseCachePath(content));
  const wiki = compileWiki(files, cache.parse, known);
  await cache.save();
  return wiki;
}
