import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openSearch, type Search } from '../../../src/browser/search/open-search.ts';
import { openTextIndexes, type PagefindModule } from '../../../src/browser/search/text-index.ts';

/** Address that stands for a folder on disk while Pagefind runs outside a browser. */
const places = new Map<string, string>();
let isPatched = false;

/** Lets code written for a browser fetch from a folder. */
export function mountFolder(address: string, folder: string): void {
  places.set(address, folder);
  if (isPatched) return;
  isPatched = true;
  const original = globalThis.fetch;
  globalThis.fetch = (async (input: RequestInfo | URL, init?: RequestInit) => {
    const path = String(input).split('?')[0] as string;
    const place = [...places].find(([start]) => path.startsWith(start));
    if (!place) return original(input, init);
    const file = join(place[1], path.slice(place[0].length));
    return existsSync(file) ? new Response(await readFile(file)) : new Response('', { status: 404 });
  }) as typeof fetch;
}

/** Our search over an index on disk, as the browser runs it. */
export async function openSearchOnDisk(folder: string, language: string): Promise<Search> {
  const address = `/on-disk-${places.size}/`;
  mountFolder(address, folder);
  return openSearch({
    folder: address,
    language,
    fetchJson: async (path) => JSON.parse(await readFile(join(folder, path.slice(address.length)), 'utf8')),
    async openIndexes(names) {
      const code = `${pathToFileURL(join(folder, 'pages/pagefind.js')).href}?${places.size}`;
      return openTextIndexes((await import(code)) as PagefindModule, address, '/', names);
    },
  });
}
