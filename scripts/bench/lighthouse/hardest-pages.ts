import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../../../src/wiki/text/order.ts';

/** A page of each sort that a visit may begin with. */
export interface ChosenPage {
  sort: 'home' | 'concept' | 'comparison' | 'moment' | 'search';
  /** Address inside the site. */
  path: string;
}

/** The first page, a search, and of the others the heaviest of the site, where it has any. */
export async function hardestPages(folder: string): Promise<ChosenPage[]> {
  const found: ChosenPage[] = [{ sort: 'home', path: '' }];
  for (const [sort, name] of [
    ['concept', 'concepts'],
    ['comparison', 'comparisons'],
    ['moment', 'claims'],
  ] as const) {
    const path = await heaviest(folder, name);
    if (path) found.push({ sort, path });
  }
  return [...found, { sort: 'search', path: 'search/?q=how+to+choose' }];
}

async function heaviest(folder: string, name: string): Promise<string | undefined> {
  const files = await readdir(join(folder, name), { recursive: true }).catch(() => []);
  const pages = files.filter((file) => /[^/]\/index\.html$/.test(file) && !file.endsWith('/record/index.html'));
  const sized = await Promise.all(
    pages.map(async (file) => ({ file, size: (await stat(join(folder, name, file))).size })),
  );
  const [first] = sized.sort((left, right) => right.size - left.size || compareText(left.file, right.file));
  return first && `${name}/${first.file.replace(/index\.html$/, '')}`;
}
