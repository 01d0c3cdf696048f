import { join } from 'node:path';
import { compileWiki, type Wiki } from '../../src/wiki/wiki.ts';
import { generateContent, writeFiles } from '../generate-content.ts';
import type { Options } from './options.ts';

/** Generates an archive, makes sure that it can be built, and writes it to disk. */
export async function prepareContent(options: Options, pages: number): Promise<{ folder: string; wiki: Wiki }> {
  const folder = join(options.cache, 'content', String(pages));
  const files = generateContent({ pages, ...options.shape });
  const wiki = compileWiki(Object.entries(files).map(([path, text]) => ({ path, text })));
  // In 50,000 pages made-up sentences may happen to say the same: a warning, as in life.
  const problem = wiki.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
  if (problem) throw new Error(`generated content is at fault: ${problem.file}: ${problem.message}`);
  await writeFiles(files, folder);
  return { folder, wiki };
}
