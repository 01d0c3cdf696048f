import { describe, expect, it } from 'vitest';
import { compactGraph, EDGE_TYPES, packGraph } from '../../../src/wiki/graph/compact-graph.ts';
import { compile } from '../../support/check.ts';
import fc from '../../support/property.ts';
import { randomWiki } from '../../support/random-wiki.ts';

describe('a compact graph', () => {
  it('counts a link written twice as one edge, and lists it at both ends', () => {
    const files = {
      'concepts/alpha.md':
        '---\ntitle: Alpha\nsummary: A.\n---\nSee [[beta]], and again [[beta]]; [[alpha]] is here.\n',
      'concepts/beta.md': '---\ntitle: Beta\nsummary: B.\n---\nFirst.\n',
    };
    const graph = compactGraph(compile(files).graph);
    expect(graph.ids).toEqual(['concept:alpha', 'concept:beta']);
    expect([...graph.sources].map((_, edge) => EDGE_TYPES[graph.types[edge] as number])).toEqual(['links']);
    expect([...graph.counts]).toEqual([2]);
    expect([...graph.offsets]).toEqual([0, 1, 2]);
    expect([...graph.neighbours]).toEqual([1, 0]);
    expect([...graph.links]).toEqual([0, 0]);
  });

  it('is empty for an empty wiki', () => {
    expect(packGraph([], [], []).offsets).toEqual(new Uint32Array(1));
  });

  it('holds every link of a random wiki, twice in its rows', () => {
    fc.assert(
      fc.property(randomWiki(), ({ files }) => {
        const wiki = compile(files).graph;
        const graph = compactGraph(wiki);
        const written = wiki.nodes.flatMap(({ id }) => wiki.out(id).filter(({ target }) => target !== id));
        expect(graph.counts.reduce((sum, count) => sum + count, 0)).toBe(written.length);
        expect(graph.neighbours.length).toBe(graph.sources.length * 2);
        for (const [row] of graph.ids.entries()) {
          for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
            const link = graph.links[at] as number;
            const ends = [graph.sources[link], graph.targets[link]];
            expect(ends).toContain(row);
            expect(ends).toContain(graph.neighbours[at]);
          }
        }
      }),
    );
  });
});
