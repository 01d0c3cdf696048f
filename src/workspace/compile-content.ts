import type { SourceFile } from '../wiki/corpus/source-file.ts';
import type { EvidenceInput } from '../wiki/evidence/evidence.ts';
import { SETTINGS_FILE } from '../wiki/settings.ts';
import { compileWiki, type Wiki } from '../wiki/wiki.ts';
import { digestOf } from './model-digest.ts';
import { openParseCache, parseCachePath } from './parse-cache.ts';
import { openSilentRules } from './silent-rules.ts';

/**
 * Compiles the files of a content folder: reads only those anew that have changed since the last time, and asks no rule again that
 * found nothing in pages of the same shapes.
 */
export async function compileContent(
  content: string,
  files: readonly SourceFile[],
  known?: EvidenceInput,
): Promise<Wiki> {
  const path = parseCachePath(content);
  const [cache, silent] = await Promise.all([openParseCache(path), openSilentRules(`${path}.rules`)]);
  const settings = files.find((file) => file.path === SETTINGS_FILE)?.text ?? '';
  let pages: string | undefined;
  const wiki = compileWiki(files, cache.parse, known, () => {
    const shapes = cache.shapes();
    pages = shapes && digestOf(`${shapes}\n${settings}`);
    return silent.others(pages);
  });
  await cache.save();
  await silent.save(pages, new Set(wiki.diagnostics.map(({ code }) => code)));
  return wiki;
}
