import type { SourceFile } from '../wiki/corpus/source-file.ts';
import type { EvidenceInput } from '../wiki/evidence/evidence.ts';
import { rules } from '../wiki/rules/index.ts';
import { compileWiki, type Wiki } from '../wiki/wiki.ts';
import { openParseCache, parseCachePath } from './parse-cache.ts';
import type { AspectDigests } from './parsed/packed-line.ts';
import type { SharedLines } from './parsed/shared-lines.ts';
import { openSilentRules } from './silent-rules.ts';

/**
 * Compiles the files of a content folder: reads only those anew that have changed since the last time, with other threads where they share
 * lines, and asks no rule again that found nothing in what it looks at.
 */
export async function compileContent(
  content: string,
  files: readonly SourceFile[],
  known?: EvidenceInput,
  shared?: SharedLines,
): Promise<Wiki> {
  const path = parseCachePath(content);
  const [cache, silent] = await Promise.all([openParseCache(path), openSilentRules(`${path}.rules`)]);
  if (shared) cache.readAhead(files, shared);
  let aspects: AspectDigests | undefined;
  const wiki = compileWiki(files, cache.parse, known, (isSound) => {
    if (!isSound) return rules;
    aspects = cache.aspects();
    return silent.others(aspects);
  });
  await cache.save();
  if (aspects) await silent.save(aspects, new Set(wiki.diagnostics.map(({ code }) => code)));
  return wiki;
}
