import { expect, it } from 'vitest';
import { archiveGraph } from '../../../../scripts/generate/archive-graph.ts';
import type { NodeId } from '../../../../src/wiki/corpus/node.ts';
import type { CompactGraph } from '../../../../src/wiki/graph/compact-graph.ts';
import { isLinked, keepRegions, regionNumbers } from '../../../../src/wiki/graph/layout/keep-regions.ts';
import type { RememberedPositions } from '../../../../src/wiki/graph/layout/layout-map.ts';
import { type Communities, coarseCommunities, communitiesOf } from '../../../../src/wiki/graph/measures/communities.ts';
import { edgeWeights } from '../../../../src/wiki/graph/measures/edge-weights.ts';
import { drawnGraph, randomLines } from '../../../support/drawn-graph.ts';
import { partOfGraph } from '../../../support/part-of-graph.ts';
import fc from '../../../support/property.ts';

const isDeferredIn = (graph: CompactGraph) => (row: number) => graph.kinds[row] === 'claim';

function found(graph: CompactGraph, places: RememberedPositions = new Map()): Communities {
  const weights = edgeWeights(graph);
  const regions = keepRegions(graph, weights, isDeferredIn(graph), places, () => coarseCommunities(graph, weights));
  return communitiesOf(graph, weights, 1, undefined, regions);
}

/** What a lock keeps of regions: pages alone. */
function kept(graph: CompactGraph, communities: Communities, before: RememberedPositions = new Map()) {
  const numbers = regionNumbers(graph, communities, before);
  const pages = [...graph.ids.keys()].filter((row) => !isDeferredIn(graph)(row) && isLinked(graph, row));
  const place = (row: number) => [0, 0, numbers[communities.coarse[row] as number] as number] as const;
  return new Map(pages.map((row) => [graph.ids[row] as NodeId, place(row)]));
}

it('has the same communities when it is read again', () => {
  fc.assert(
    fc.property(randomLines(), ({ lines, alone }) => {
      const graph = drawnGraph(lines, alone);
      const first = found(graph);
      const places = kept(graph, first);
      const second = found(graph, places);
      expect(second).toEqual(first);
      expect(kept(graph, second, places)).toEqual(places);
    }),
  );
  const archive = archiveGraph(1500);
  const first = found(archive);
  expect(found(archive, kept(archive, first))).toEqual(first);
});

it('keeps every page in its region when others are new', () => {
  const graph = archiveGraph(2000);
  const { graph: before } = partOfGraph(graph, (row) => row % 20 !== 13);
  const places = kept(before, found(before));
  const now = kept(graph, found(graph, places), places);
  for (const [id, place] of places) expect([id, now.get(id)]).toEqual([id, place]);
  expect(now.size).toBeGreaterThan(places.size);
});

it('lets what is new join those it is tied to, and be apart where it is tied to nothing', () => {
  const graph = drawnGraph([
    'a related b',
    'c related d',
    'n related c',
    'm links n',
    'claim:e/x about d',
    'y related z',
  ]);
  const places: RememberedPositions = new Map([
    ['concept:a', [0, 0, 7]],
    ['concept:b', [0, 0, 7]],
    ['concept:c', [0, 0, 2]],
    ['concept:d', [0, 0, 2]],
  ]);
  const now = found(graph, places);
  const numbers = regionNumbers(graph, now, places);
  const regions = graph.ids.map((id, row) => `${id.split(':')[1]} ${numbers[now.coarse[row] as number]}`);
  expect(regions).toEqual(['e/x 2', 'a 7', 'b 7', 'c 2', 'd 2', 'm 2', 'n 2', 'y 0', 'z 0']);
});

it('gives no two communities one number', () => {
  const graph = drawnGraph(['a related b', 'c related d']);
  const places: RememberedPositions = new Map(
    (['concept:a', 'concept:b', 'concept:c', 'concept:d'] as const).map((id) => [id, [0, 0, 5] as const]),
  );
  const communities = { coarse: Uint32Array.of(0, 0, 1, 1), coarseNames: Uint32Array.of(0, 2) };
  expect([...regionNumbers(graph, communities, places)]).toEqual([5, 0]);
});
