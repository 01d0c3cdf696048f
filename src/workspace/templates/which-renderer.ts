import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { PROJECT_ROOT } from '../project-root.ts';

/** What only Astro can do: its virtual modules, what `Astro` knows of a request, islands, transitions, paging. */
const ASTRO_ONLY =
  /['"]astro:|\bAstro\.(?!props\b|site\b|self\b)\w+|\s(?:client|server|transition):\w+|<template\b|\bpaginate\b|from '[^']+\.(?:jsx|tsx|vue|svelte|mdx?)'/;
/** An endpoint that asks for no more than this of its context. */
const PLAIN_ENDPOINT = /\bGET\b[^=]*=\s*(?:async\s*)?\(\s*(?:\{[\s,]*(?:(?:props|params|site)[\s,]*)*\})?\s*\)\s*=>/;

/**
 * Files of `src/pages` that must be left to Astro. Pages somebody added may use all of it; ours do not. When a component
 * or a layout does, or there is middleware, every page is left.
 */
export async function pagesForAstro(root = PROJECT_ROOT): Promise<ReadonlySet<string>> {
  const shared = await sources(root, ['src/components', 'src/layouts']);
  const pages = await sources(root, ['src/pages']);
  const middleware = (await readdir(join(root, 'src'))).some((name) => /^middleware(?:\.|$)/.test(name));
  const isShared = middleware || shared.some(({ text }) => ASTRO_ONLY.test(text));
  const left = pages.filter(({ path, text }) => isShared || ASTRO_ONLY.test(text) || !isPlain(path, text));
  return new Set(left.map(({ path }) => path));
}

/** Whether any page or part of one asks for content collections. */
export async function usesCollections(root = PROJECT_ROOT): Promise<boolean> {
  const all = await sources(root, ['src/components', 'src/layouts', 'src/pages']);
  return all.some(({ text }) => /['"]astro:content['"]/.test(text));
}

function isPlain(path: string, text: string): boolean {
  return path.endsWith('.astro') || PLAIN_ENDPOINT.test(text);
}

async function sources(root: string, folders: readonly string[]): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:astro|[cm]?[jt]sx?|mdx?|html)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      found.push({
        path: path
          .slice(root.length + 1)
          .split(sep)
          .join('/'),
        text: await readFile(path, 'utf8'),
      });
    }
  }
  return found;
}
