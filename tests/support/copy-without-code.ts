import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The fixture `every-kind` with its pages of code as plain text, for tests that build again and again and look at something else: for pages of
 * code Astro builds the site a second time, which makes each build several times as long.
 */
export async function copyWithoutCode(fixture: string, folder: string): Promise<void> {
  await cp(fixture, folder, { recursive: true });
  await rm(join(folder, 'articles/code-in-mdx.mdx'));
  const page = join(folder, 'concepts/retrieval-augmented-generation');
  await rename(`${page}.mdx`, `${page}.md`);
}
