import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { generateContent } from '../../scripts/generate-content.ts';
import { openSearch } from '../../src/browser/search/open-search.ts';
import { nameIndex } from '../../src/exports/name-index.ts';
import { foldWords, isWithinOneEdit, nameKey } from '../../src/wiki/text/name-key.ts';
import {
  decodeNames,
  MAX_NAMES_IN_ONE,
  MIN_TYPO,
  shardFor,
  startOf,
} from '../../src/wiki/views/contracts/name-index.ts';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../src/wiki/views/view-context.ts';
import { compile } from '../support/check.ts';

const index = (pages: number) => {
  const wiki = compile(generateContent({ pages, conceptsPerEpisode: 8 }));
  return { wiki, ...nameIndex(viewContext(wiki, '/', plainHighlight)) };
};

describe('nameIndex', () => {
  it('keeps every page with its names, options and address', () => {
    const { wiki, shards } = index(400);
    expect([...shards.keys()]).toEqual(['*']);
    const pages = decodeNames(shards.get('*') ?? {});
    const nodes = wiki.graph.nodes.filter((node) => node.kind !== 'claim');
    expect(pages.map((page) => `${page.kind}:${page.slug}`).sort()).toEqual(nodes.map((node) => node.id).sort());
    for (const page of pages) {
      const node = wiki.graph.node(`${page.kind}:${page.slug}`);
      expect(page).toMatchObject({ title: node.title, aliases: node.aliases });
      if (node.kind === 'comparison') expect(page.options?.length).toBe(node.data.options.length);
    }
  });

  it('costs at most twelve bytes a name, compressed', () => {
    const { shards } = index(1000);
    const pages = decodeNames(shards.get('*') ?? {});
    const names = pages.reduce((sum, page) => sum + 1 + page.aliases.length, 0);
    expect(gzipSync(JSON.stringify(shards.get('*'))).length / names).toBeLessThanOrEqual(12);
  });

  it('is spread over files when there are many names, each findable by its first letters', () => {
    const { wiki, shards, manifest } = index(6000);
    expect(wiki.graph.nodes.length).toBeGreaterThan(MAX_NAMES_IN_ONE);
    expect(manifest.shards.length).toBeGreaterThan(10);
    const starts = new Set(manifest.shards);
    const slugs = new Map(
      [...shards].map(([key, shard]) => [key, new Set(decodeNames(shard).map((page) => page.slug))]),
    );
    for (const node of wiki.graph.nodes) {
      if (node.kind === 'claim') continue;
      for (const name of [node.title, ...node.aliases]) {
        expect(slugs.get(shardFor(startOf(foldWords(name)), starts) ?? '')?.has(node.slug), name).toBe(true);
      }
    }
  });

  it('finds names misspelled by a letter wherever they begin, within twelve bytes a name', async () => {
    const { wiki, shards, manifest, tails } = index(6000);
    expect(manifest.tails).toBe(tails.length);
    const files = new Map<string, unknown>([['names', manifest], ...shards]);
    for (const [number, table] of tails.entries()) files.set(`tails-${number}`, table);
    const asked = new Set<string>();
    const search = await openSearch({
      folder: '/x/',
      language: 'en',
      fetchJson: async (path) => {
        const name = path.replace(/^.*\/|\.json$/g, '');
        asked.add(name);
        return files.get(name) ?? expect.fail(`no ${path}`);
      },
      openIndexes: () => ({}),
    });
    const names = wiki.graph.nodes
      .filter((node) => node.kind !== 'claim')
      .flatMap((node) => [node.title, ...node.aliases]);
    const missed: string[] = [];
    for (const name of names.filter((_, index) => index % 97 === 0)) {
      const word = name.toLowerCase();
      const [a = '', b = '', c = '', rest] = [word[0], word[1], word[2], word.slice(3)];
      const typos = [`q${b}${c}${rest}`, `${a}q${c}${rest}`, `${b}${c}${rest}`, `${a}${c}${rest}`];
      typos.push(`q${word}`, `${a}q${b}${c}${rest}`, `${b}${a}${c}${rest}`, `${a}${c}${b}${rest}`);
      for (const typo of typos) {
        if (nameKey(typo).length < MIN_TYPO || !isWithinOneEdit(nameKey(typo), nameKey(name))) continue;
        const { names: found } = await search.engine.names(typo);
        if (!found.some((match) => nameKey(match.name) === nameKey(name))) missed.push(`${name} by ${typo}`);
      }
    }
    expect(missed).toEqual([]);
    const sizes = [...shards.values(), ...tails].map((part) => gzipSync(JSON.stringify(part)).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const ofTails = sizes.slice(shards.size).reduce((sum, size) => sum + size, 0);
    console.log(
      `${names.length} names: ${(total / names.length).toFixed(1)} bytes each, ${(ofTails / names.length).toFixed(1)} of them tails`,
    );
    expect(total / names.length).toBeLessThanOrEqual(12);
    expect(Math.max(...sizes)).toBeLessThan(8000);
  });
});
