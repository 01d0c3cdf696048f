import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { generateContent } from '../../scripts/generate-content.ts';
import { nameIndex } from '../../src/exports/name-index.ts';
import { decodeNames, MAX_NAMES_IN_ONE, shardOf } from '../../src/wiki/views/contracts/name-index.ts';
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

  it('is spread over files when there are many names, each findable by its first letter', () => {
    const { wiki, shards, manifest } = index(6000);
    expect(wiki.graph.nodes.length).toBeGreaterThan(MAX_NAMES_IN_ONE);
    expect(manifest.shards.length).toBeGreaterThan(10);
    const slugs = new Map(
      [...shards].map(([key, shard]) => [key, new Set(decodeNames(shard).map((page) => page.slug))]),
    );
    for (const node of wiki.graph.nodes) {
      if (node.kind === 'claim') continue;
      for (const name of [node.title, ...node.aliases]) {
        expect(slugs.get(shardOf(name))?.has(node.slug), name).toBe(true);
      }
    }
  });
});
