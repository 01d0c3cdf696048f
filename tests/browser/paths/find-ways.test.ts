import { describe, expect, it } from 'vitest';
import { archiveGraph } from '../../../scripts/generate/archive-graph.ts';
import { chunkLoader } from '../../../src/browser/map/chunk-loader.ts';
import { mapPaths } from '../../../src/browser/map/map-paths.ts';
import { idOf, openWorld } from '../../../src/browser/map/map-world.ts';
import { findWays } from '../../../src/browser/paths/find-ways.ts';
import { layoutMap } from '../../../src/wiki/graph/layout/layout-map.ts';
import { centrality } from '../../../src/wiki/graph/measures/centrality.ts';
import { communitiesOf } from '../../../src/wiki/graph/measures/communities.ts';
import { edgeWeights } from '../../../src/wiki/graph/measures/edge-weights.ts';
import { mapData } from '../../../src/wiki/views/map/map-data.ts';

const graph = archiveGraph(6000);
const weights = edgeWeights(graph);
const scores = centrality(graph, weights);
const communities = communitiesOf(graph, weights, 1, scores);
const isDeferred = (row: number) => graph.kinds[row] === 'claim';
const data = mapData({
  graph,
  communities,
  scores,
  positions: layoutMap(graph, weights, communities, new Map(), isDeferred),
  title: (row) => graph.ids[row] as string,
  year: () => 2024,
  isDeferred,
});

/** A map as the browser opens it, with files that count how often they are asked for. */
function opened() {
  const asked: string[] = [];
  const world = openWorld(data.paint);
  const loader = chunkLoader(world, {
    paint: async () => data.paint,
    titles: async () => data.titles,
    async ids(_, file) {
      asked.push(`ids ${file}`);
      return data.ids[file] ?? expect.fail('no such file');
    },
    async chunk(_, index) {
      asked.push(`chunk ${index}`);
      return data.chunks[index] ?? expect.fail('no such chunk');
    },
  });
  return { world, loader, asked };
}

describe('a page named by its address', () => {
  it('is found with one file of ids and one chunk, on a map of many', async () => {
    expect(data.paint.chunks.length).toBeGreaterThan(10);
    for (const id of graph.ids.filter((_, index) => index % 271 === 0)) {
      const { world, loader, asked } = opened();
      const row = await loader.find(id);
      expect(idOf(world, row as number)).toBe(id);
      expect(asked.map((name) => name.split(' ')[0])).toEqual(['ids', 'chunk']);
    }
  });

  it('is nobody when the map has none of that name', async () => {
    const { loader } = opened();
    expect(await loader.find('concept:no-such-thing')).toBeUndefined();
    expect(await loader.find('')).toBeUndefined();
  });
});

describe('ways on a large map', () => {
  const ends: [string, string][] = [2, 3, 5, 7].map((step) => [
    graph.ids[(step * 97) % 500] as string,
    graph.ids[(step * 613) % 4000] as string,
  ]);

  it.each(ends)('from %s to %s are found without all of it, and are the best once all is there', async (one, other) => {
    const { world, loader } = opened();
    const [from, to] = [(await loader.find(one)) as number, (await loader.find(other)) as number];
    const near = await findWays(world, loader, from, to, 3, 0);
    expect(near.isWhole).toBe(false);
    expect(world.loaded.size).toBeLessThan(data.paint.chunks.length);
    expect(near.found.length).toBeGreaterThan(0);
    for (const { rows } of near.found) {
      expect([rows[0], rows.at(-1)]).toEqual([from, to]);
      // What is shown has its name: every chunk on the way is here.
      expect(rows.every((row) => world.titles[row] !== undefined)).toBe(true);
    }
    const whole = await findWays(world, loader, from, to, 3, Number.POSITIVE_INFINITY);
    expect(whole.isWhole).toBe(true);
    expect(whole.found).toEqual(mapPaths(world, from, to, 3));
  });
});
