import { join } from 'node:path';
import { compileWiki, type Wiki } from '../../src/wiki/wiki.ts';
import { generateContent, writeFiles } from '../generate-content.ts';
import type { Options } from './options.ts';

/** Generates an archive, makes sure that there is nothing wrong with it, and writes it to disk. */
export async function prepareContent(options: Options, pages: number): Promise<{ folder: string; wiki: Wiki }> {
  const folder = join(options.cache, 'content', String(pages));
  const files = generateContent({ pages, ...options.shape });
  const wiki = compileWiki(Object.entries(files).map(([path, text]) => ({ path, text })));
  const [problem] = wiki.diagnostics;
  if (problem) throw new Error(`generated content is at fault: ${problem.file}: ${problem.message}`);
  await writeFiles(files, folder);
  return { folder, wiki };
}
