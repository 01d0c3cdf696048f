import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { archiveGraph } from '../../../scripts/generate/archive-graph.ts';
import { compactGraph, EDGE_TYPES } from '../../../src/wiki/graph/compact-graph.ts';
import { layoutMap } from '../../../src/wiki/graph/layout/layout-map.ts';
import { centrality } from '../../../src/wiki/graph/measures/centrality.ts';
import { communitiesOf } from '../../../src/wiki/graph/measures/communities.ts';
import { edgeWeights } from '../../../src/wiki/graph/measures/edge-weights.ts';
import { kinds } from '../../../src/wiki/kinds/index.ts';
import {
  IDS_A_FILE,
  idFiles,
  idPlace,
  type MapChunk,
  type MapPaint,
  rangeOf,
  rowsOf,
} from '../../../src/wiki/views/contracts/map-parts.ts';
import { decodeChunk, decodeMap, encodeChunk, encodeMap } from '../../../src/wiki/views/contracts/map-wire.ts';
import { mapData, wholeMap } from '../../../src/wiki/views/map/map-data.ts';
import { mapView } from '../../../src/wiki/views/map-view.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compileWiki, type Wiki } from '../../../src/wiki/wiki.ts';
import { readContent } from '../../../src/workspace/read-content.ts';
import { compile } from '../../support/check.ts';
import fc from '../../support/property.ts';
import { randomWiki } from '../../support/random-wiki.ts';

const drawn = (wiki: Wiki) => wholeMap(mapView(viewContext(wiki, '/', (source) => source)).parts());

/** Ids by row, as the browser knows them when every chunk has come. */
function idsOf(paint: MapPaint, chunks: readonly MapChunk[]): string[] {
  const ids: string[] = new Array(rowsOf(paint));
  for (const chunk of chunks) {
    const { pages, deferred } = rangeOf(paint, chunk.index);
    const count = pages[1] - pages[0];
    for (const [index, slug] of chunk.slugs.entries()) {
      const row = index < count ? pages[0] + index : deferred[0] + index - count;
      const kind = index < count ? paint.nodes.kind[row] : chunk.nodes.kind[index - count];
      ids[row] = `${paint.kinds[kind as number]?.name}:${slug}`;
    }
  }
  return ids;
}

it('brings every page, every claim and every edge once', () => {
  fc.assert(
    fc.property(randomWiki(), ({ files }) => {
      const wiki = compile(files);
      const { paint, chunks } = drawn(wiki);
      const ids = idsOf(paint, chunks);
      expect([...ids].sort()).toEqual(wiki.graph.nodes.map(({ id }) => id));
      const isPage = (id: string) => kinds[id.slice(0, id.indexOf(':')) as keyof typeof kinds].storage === 'file';
      expect(ids.slice(0, paint.nodes.kind.length).every(isPage)).toBe(true);
      expect(ids.slice(paint.nodes.kind.length).some(isPage)).toBe(false);

      const graph = compactGraph(wiki.graph);
      const expected = Array.from(
        graph.sources,
        (source, edge) =>
          `${graph.ids[source]} ${EDGE_TYPES[graph.types[edge] as number]} ${graph.ids[graph.targets[edge] as number]} ${graph.counts[edge]}`,
      );
      const shipped = [paint.edges, ...chunks.map((chunk) => chunk.edges)].flatMap((edges) =>
        Array.from(edges.source, (source, edge) => {
          const type = paint.edgeTypes[edges.type[edge] as number]?.name;
          return `${ids[source]} ${type} ${ids[edges.target[edge] as number]} ${edges.count[edge]}`;
        }),
      );
      expect(shipped.filter((edge) => !edge.includes(' claims ')).sort()).toEqual(expected.sort());
    }),
    { numRuns: 60 },
  );
});

it('is the same each time, and readable', () => {
  fc.assert(
    fc.property(randomWiki(), ({ files }) => {
      const [one, other] = [drawn(compile(files)), drawn(compile(files))];
      expect(encodeMap(other.paint)).toEqual(encodeMap(one.paint));
      expect(decodeMap(encodeMap(one.paint))).toEqual({ value: one.paint });
      for (const [index, chunk] of one.chunks.entries()) {
        expect(encodeChunk(other.chunks[index] as MapChunk)).toEqual(encodeChunk(chunk));
        expect(decodeChunk(encodeChunk(chunk), one.paint)).toEqual({ value: chunk });
      }
    }),
    { numRuns: 40 },
  );
});

const SAID = (id: string, by: string, about: string) =>
  `- id: ${id}\n  by: ${by}\n  at: "1:00"\n  text: Text.\n  type: rule\n  status: reviewed\n  about: [${about}]\n`;

it('stands lines in for the claims that come later', () => {
  const { paint, chunks } = drawn(
    compile({
      'guests/ada.md': '---\ntitle: Ada\n---\n',
      'episodes/talk.md': '---\ntitle: Talk\ndate: 2024-05-01\nguests: [ada]\n---\n',
      'concepts/rag.md': '---\ntitle: RAG\n---\n',
      'concepts/search.md': '---\ntitle: Search\n---\n',
      'claims/talk.yaml': SAID('a', 'ada', 'rag, search') + SAID('b', 'ada', 'rag'),
    }),
  );
  const ids = idsOf(paint, chunks);
  const type = paint.edgeTypes.findIndex(({ name }) => name === 'claims');
  const lines = Array.from(paint.edges.source, (source, edge) => ({ source, edge }))
    .filter(({ edge }) => paint.edges.type[edge] === type)
    .map(({ source, edge }) =>
      [...[ids[source], ids[paint.edges.target[edge] as number]].sort(), paint.edges.count[edge]].join(' '),
    );
  expect(lines.sort()).toEqual([
    'concept:rag concept:search 1',
    'concept:rag guest:ada 2',
    'concept:search guest:ada 1',
  ]);
  const row = ids.indexOf('concept:rag');
  expect([paint.nodes.evidence[row], paint.nodes.year[row]]).toEqual([2, 2024]);
});

it('says of every id which chunk has it', () => {
  fc.assert(
    fc.property(randomWiki(), ({ files }) => {
      const { paint, ids, chunks } = drawn(compile(files));
      for (const [row, id] of idsOf(paint, chunks).entries()) {
        const { file, mark } = idPlace(id, rowsOf(paint));
        const holds = paint.chunks.findIndex((_, index) =>
          Object.values(rangeOf(paint, index)).some(([from, to]) => row >= from && row < to),
        );
        expect(ids[file]?.chunks.get(mark)).toContain(holds);
      }
    }),
    { numRuns: 60 },
  );
});

it('spreads many ids over files that stay small', () => {
  const rows = 100_000;
  const sizes = new Uint32Array(idFiles(rows));
  for (let row = 0; row < rows; row++) (sizes[idPlace(`claim:episode-${row % 900}/${row}`, rows).file] as number)++;
  expect(sizes.length).toBe(Math.ceil(rows / IDS_A_FILE));
  expect(Math.max(...sizes)).toBeLessThan(IDS_A_FILE * 1.1);
});

it('has a map of nothing', () => {
  const { paint, chunks } = drawn(compile({}));
  expect([rowsOf(paint), chunks.length]).toEqual([0, 0]);
  expect(decodeMap(encodeMap(paint))).toEqual({ value: paint });
});

/** Gzipped bytes of first paint: of all but the edges a node, tables included, and of edges an edge. */
function bytesOf(paint: MapPaint): { node: number; edge: number } {
  const none = {
    source: new Uint32Array(),
    target: new Uint32Array(),
    type: new Uint8Array(),
    count: new Uint32Array(),
  };
  const whole = gzipSync(encodeMap(paint)).length;
  const nodes = gzipSync(encodeMap({ ...paint, edges: none })).length;
  return { node: nodes / paint.nodes.kind.length, edge: (whole - nodes) / paint.edges.source.length };
}

it('stays within 12 bytes a node and 3 an edge on the bundled archive', async () => {
  const { paint } = drawn(compileWiki(await readContent(join(import.meta.dirname, '../../../content'))));
  const { node, edge } = bytesOf(paint);
  expect(node).toBeLessThanOrEqual(12);
  expect(edge).toBeLessThanOrEqual(3);
});

it('stays within 12 bytes a node and 3 an edge, gzipped, for what first paint needs', () => {
  const graph = archiveGraph(5000);
  const weights = edgeWeights(graph);
  const scores = centrality(graph, weights);
  const communities = communitiesOf(graph, weights, 1, scores);
  for (const isDeferred of [() => false, (row: number) => graph.kinds[row] === 'claim']) {
    const { paint } = mapData({
      graph,
      communities,
      scores,
      positions: layoutMap(graph, weights, communities, new Map(), isDeferred),
      title: (row) => graph.ids[row] as string,
      year: (row) => 2015 + (row % 11),
      isDeferred,
    });
    const { node, edge } = bytesOf(paint);
    expect(node).toBeLessThan(12);
    expect(edge).toBeLessThan(3);
  }
});
