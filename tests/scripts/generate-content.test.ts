import { describe, expect, it } from 'vitest';
import { generateContent } from '../../scripts/generate-content.ts';
import { compile } from '../support/check.ts';

const SIZES = [100, 1000];

describe('generateContent', () => {
  it('gives the same bytes for the same seed, and others for another', () => {
    const first = JSON.stringify(generateContent({ pages: 100, seed: 5 }));
    expect(JSON.stringify(generateContent({ pages: 100, seed: 5 }))).toBe(first);
    expect(JSON.stringify(generateContent({ pages: 100, seed: 6 }))).not.toBe(first);
  });

  it.each(SIZES)('makes exactly %i pages without an error or a warning', (pages) => {
    const { graph, diagnostics } = compile(generateContent({ pages }));
    expect(diagnostics).toEqual([]);
    expect(graph.nodes).toHaveLength(pages);
  });

  it.each([1, 2, 3])('has pages of every kind, whatever the seed (%i)', (seed) => {
    const { graph, diagnostics } = compile(generateContent({ pages: 400, seed }));
    expect(diagnostics).toEqual([]);
    expect(new Set(graph.nodes.map((node) => node.kind)).size).toBe(11);
  });

  it('can make mostly prose, as in a wiki', () => {
    const { graph, diagnostics } = compile(
      generateContent({ pages: 1000, claimsPerEpisode: 2, conceptsPerEpisode: 20 }),
    );
    expect(diagnostics).toEqual([]);
    expect(graph.nodes).toHaveLength(1000);
    expect(graph.ofKind('concept').length).toBeGreaterThan(700);
  });

  it('writes about as many claims an episode as asked for', () => {
    const { graph } = compile(generateContent({ pages: 1000, claimsPerEpisode: 10 }));
    const mean = graph.ofKind('claim').length / graph.ofKind('episode').length;
    expect(mean).toBeGreaterThan(9);
    expect(mean).toBeLessThan(11);
  });

  it.each(SIZES)('writes no link that is not an edge (%i pages)', (pages) => {
    const files = generateContent({ pages });
    const { graph } = compile(files);
    // Counted in the text itself, without the parser the graph is made by.
    for (const [path, text] of Object.entries(files)) {
      if (!path.endsWith('.md')) continue;
      const nodes = graph.nodes.filter((node) => node.file === path);
      const edges = nodes.flatMap((node) => graph.out(node.id)).filter((edge) => edge.prose);
      expect([path, edges.length]).toEqual([path, text.match(/\[\[[^\]]+\]\]/g)?.length ?? 0]);
    }
    for (const node of graph.nodes) {
      const fromFields = graph.out(node.id).filter((edge) => !edge.prose && edge.type !== 'in');
      expect([node.id, fromFields.length]).toEqual([node.id, node.fieldLinks.length]);
    }
  });

  it('writes concepts of 200 to 750 words', () => {
    for (const [path, text] of Object.entries(generateContent({ pages: 1000 }))) {
      if (!path.startsWith('concepts/')) continue;
      const prose = text.split('---\n').slice(2).join('');
      const words = prose.replace(/\[\[claim:[^\]]*\]\]/g, '').split(/\s+/).length;
      expect(words, path).toBeGreaterThanOrEqual(200);
      expect(words, path).toBeLessThanOrEqual(750);
    }
  });

  it('refuses sizes that cannot be met', () => {
    expect(() => generateContent({ pages: 10 })).toThrow(RangeError);
    expect(() => generateContent({ pages: 1000, claimsPerEpisode: 0 })).toThrow(RangeError);
    expect(() => generateContent({ pages: 100, conceptsPerEpisode: 500 })).toThrow(RangeError);
  });
});
