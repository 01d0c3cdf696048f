import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { SitePage } from './read-site.ts';
import type { TestSite } from './test-sites.ts';

/** Bytes on the wire (gzip; fonts as they are) that a page needs before a reader asks for more. */
export interface Weight {
  html: number;
  css: number;
  /** Scripts it runs at once: those it names and what they import. What waits for a reader's wish is not counted. */
  js: number;
  /** Fonts it asks for ahead of its text. */
  fonts: number;
}

/** Weighs pages of a site; each file of styles and scripts is read once. */
export function scales({ folder, base }: TestSite): (page: SitePage) => Promise<Weight> {
  const wire = once(async (file) => gzipSync(await readFile(join(folder, file)), { level: 9 }).length);
  const raw = once(async (file) => (await readFile(join(folder, file))).length);
  const imports = once(async (file) => {
    const code = await readFile(join(folder, file), 'utf8');
    const names = [...code.matchAll(/\b(?:from|import)\s*(["'`])\.\/([\w.-]+\.js)\1/g)].map(([, , name]) => name);
    return names.map((name) => `_astro/${name}`);
  });
  const total = async (files: Iterable<string>, weigh: (file: string) => Promise<number>) =>
    (await Promise.all([...files].map(weigh))).reduce((sum, size) => sum + size, 0);
  const inside = (address: string) => address.slice(base.length);

  async function withImports(files: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    const visit = async (file: string) => {
      if (found.has(file)) return;
      found.add(file);
      for (const next of await imports(file)) await visit(next);
    };
    for (const file of files) await visit(file);
    return found;
  }

  return async (page) => {
    const linked = (rel: string) =>
      page.references
        .filter((reference) => reference.element === 'link' && reference.rel === rel)
        .map(({ value }) => inside(value));
    return {
      html: await wire(page.file),
      css: await total(linked('stylesheet'), wire),
      js: await total(await withImports(page.scripts.map(inside)), wire),
      fonts: await total(
        linked('preload').filter((file) => file.endsWith('.woff2')),
        raw,
      ),
    };
  };
}

function once<Value>(make: (file: string) => Promise<Value>): (file: string) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (file) => {
    const value = made.get(file) ?? make(file);
    made.set(file, value);
    return value;
  };
}
