import { describe, expect, it } from 'vitest';
import { mapPaths } from '../../../src/browser/map/map-paths.ts';
import { addChunk, idOf, openWorld } from '../../../src/browser/map/map-world.ts';
import type { MapPaint } from '../../../src/wiki/views/contracts/map-parts.ts';
import { decodeChunk, decodeMap, encodeChunk, encodeMap } from '../../../src/wiki/views/contracts/map-wire.ts';
import { wholeMap } from '../../../src/wiki/views/map/map-data.ts';
import { mapView } from '../../../src/wiki/views/map-view.ts';
import { pathsView } from '../../../src/wiki/views/paths-view.ts';
import { plainHighlight } from '../../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';
import fc from '../../support/property.ts';
import { randomWiki } from '../../support/random-wiki.ts';

describe('the map as a graph for paths', () => {
  it('finds paths of the same costs as the compiler, through the wire', () => {
    fc.assert(
      fc.property(randomWiki(), fc.nat(), fc.nat(), ({ files }, one, other) => {
        const context = viewContext(compile(files), '/', plainHighlight);
        const { graph } = context.wiki;
        const data = wholeMap(mapView(context).parts());
        const paint = decodeMap(encodeMap(data.paint)).value as MapPaint;
        const world = openWorld(paint);
        for (const chunk of data.chunks)
          addChunk(world, decodeChunk(encodeChunk(chunk), paint).value ?? expect.fail('no chunk'));
        const [from, to] = [one, other].map((index) => graph.nodes[index % graph.nodes.length]?.id) as [never, never];
        const rows = [from, to].map((id) => world.rowOf.get(id) ?? expect.fail(`no row of ${id}`)) as [number, number];
        const ours = pathsView({ graph }, from, to, 1);
        const theirs = mapPaths(world, ...rows, 1);
        if (ours.length === 0) expect(theirs).toEqual([]);
        else expect(theirs[0]?.cost).toBeCloseTo(ours[0]?.cost as number, 9);
        for (const node of graph.nodes) expect(idOf(world, world.rowOf.get(node.id) as number)).toBe(node.id);
      }),
      { numRuns: 50 },
    );
  });
});
