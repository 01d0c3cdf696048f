import { describe, expect, it } from 'vitest';
import {
  LABEL_SIDES,
  labelCode,
  labelOf,
  MAP_EXTENT,
  type MapChunk,
  type MapEdges,
  type MapIds,
  type MapNodes,
  type MapPaint,
  type MapTitles,
  rangeOf,
  rowsOf,
} from '../../../src/wiki/views/contracts/map-parts.ts';
import {
  decodeChunk,
  decodeIds,
  decodeMap,
  decodeTitles,
  encodeChunk,
  encodeIds,
  encodeMap,
  encodeTitles,
} from '../../../src/wiki/views/contracts/map-wire.ts';
import fc from '../../support/property.ts';

const title = fc.string({ unit: 'grapheme', maxLength: 12 });
const place = fc.integer({ min: -MAP_EXTENT, max: MAP_EXTENT });
const byte = fc.nat(255);
const year = fc.oneof(fc.constant(0), fc.integer({ min: 1900, max: 9999 }));

function nodesOf(count: number, kinds: number, fine: number): fc.Arbitrary<MapNodes> {
  const row = fc.tuple(fc.nat(kinds - 1), fc.nat(fine - 1), place, place, byte, fc.nat(), year, byte);
  return fc.array(row, { minLength: count, maxLength: count }).map((rows) => ({
    kind: Uint8Array.from(rows, (each) => each[0]),
    fine: Uint32Array.from(rows, (each) => each[1]),
    x: Int32Array.from(rows, (each) => each[2]),
    y: Int32Array.from(rows, (each) => each[3]),
    importance: Uint8Array.from(rows, (each) => each[4]),
    evidence: Uint32Array.from(rows, (each) => each[5]),
    year: Uint16Array.from(rows, (each) => each[6]),
    label: Uint8Array.from(rows, (each) => each[7]),
  }));
}

function edgesOf(rows: number, types: number): fc.Arbitrary<MapEdges> {
  const edge = fc.tuple(fc.nat(Math.max(rows - 1, 0)), fc.nat(Math.max(rows - 1, 0)), fc.nat(types - 1), fc.nat());
  return fc.array(edge, { maxLength: rows === 0 ? 0 : 30 }).map((edges) => {
    edges.sort((left, right) => left[0] - right[0] || left[1] - right[1]);
    return {
      source: Uint32Array.from(edges, (each) => each[0]),
      target: Uint32Array.from(edges, (each) => each[1]),
      type: Uint8Array.from(edges, (each) => each[2]),
      count: Uint32Array.from(edges, (each) => each[3]),
    };
  });
}

/** Each mark with one of so many chunks, in order. */
function idsOf(chunks: number, marks: readonly (readonly [number, number])[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [mark, chunk] of [...marks].sort(([a, b], [c, d]) => a - c || (b % chunks) - (d % chunks)))
    found.set(mark, [...(found.get(mark) ?? []), chunk % chunks]);
  return found;
}

/** A map of a few chunks, and all of them. */
function randomMap(): fc.Arbitrary<{ paint: MapPaint; titles: MapTitles; ids: MapIds; chunks: MapChunk[] }> {
  const shape = fc.record({
    key: fc.maxSafeNat(),
    kinds: fc.array(fc.record({ name: title, folder: title, many: title }), { minLength: 1, maxLength: 4 }),
    edgeTypes: fc.array(fc.record({ name: title, words: title }), { minLength: 1, maxLength: 4 }),
    coarse: fc.array(fc.record({ title, x: place, y: place }), { minLength: 1, maxLength: 3 }),
    chunks: fc.array(fc.record({ pages: fc.nat(6), deferred: fc.nat(6) }), { maxLength: 3 }),
  });
  return shape.chain((tables) => {
    const pages = tables.chunks.reduce((sum, chunk) => sum + chunk.pages, 0);
    const rows = tables.chunks.reduce((sum, chunk) => sum + chunk.deferred, pages);
    const types = tables.edgeTypes.length;
    const parent = fc.nat(tables.coarse.length - 1);
    return fc.array(parent, { minLength: 1, maxLength: 4 }).chain((parents) =>
      fc
        .record({
          nodes: nodesOf(pages, tables.kinds.length, parents.length),
          edges: edgesOf(pages, types),
          marks: fc.array(fc.tuple(fc.nat(2 ** 20 - 1), fc.nat()), { maxLength: tables.chunks.length === 0 ? 0 : 5 }),
          labels: fc.uniqueArray(fc.nat(Math.max(pages - 1, 0)), { maxLength: pages === 0 ? 0 : 5 }),
          chunks: fc.tuple(
            ...tables.chunks.map((chunk, index) =>
              fc.record({
                key: fc.constant(tables.key),
                index: fc.constant(index),
                nodes: nodesOf(chunk.deferred, tables.kinds.length, parents.length),
                edges: edgesOf(rows, types),
                slugs: fc.array(title, {
                  minLength: chunk.pages + chunk.deferred,
                  maxLength: chunk.pages + chunk.deferred,
                }),
                titles: fc.array(title, {
                  minLength: chunk.pages + chunk.deferred,
                  maxLength: chunk.pages + chunk.deferred,
                }),
              }),
            ),
          ),
        })
        .map(({ nodes, edges, labels, marks, chunks }) => ({
          paint: {
            ...tables,
            parents: Uint32Array.from(parents),
            nodes,
            edges,
          },
          titles: {
            key: tables.key,
            titles: new Map(labels.sort((a, b) => a - b).map((row) => [row, `label ${row}`])),
          },
          ids: { key: tables.key, chunks: idsOf(tables.chunks.length, marks) },
          chunks: chunks as MapChunk[],
        })),
    );
  });
}

const EMPTY: MapPaint = {
  key: 7,
  kinds: [{ name: 'concept', folder: 'concepts', many: 'concepts' }],
  edgeTypes: [],
  coarse: [],
  parents: new Uint32Array(),
  chunks: [{ pages: 0, deferred: 0 }],
  nodes: {
    kind: new Uint8Array(),
    fine: new Uint32Array(),
    x: new Int32Array(),
    y: new Int32Array(),
    importance: new Uint8Array(),
    evidence: new Uint32Array(),
    year: new Uint16Array(),
    label: new Uint8Array(),
  },
  edges: { source: new Uint32Array(), target: new Uint32Array(), type: new Uint8Array(), count: new Uint32Array() },
};

describe('the map on its way to the browser', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(randomMap(), ({ paint, titles, ids, chunks }) => {
        expect(decodeMap(encodeMap(paint))).toEqual({ value: paint });
        expect(decodeTitles(encodeTitles(titles), paint)).toEqual({ value: titles });
        expect(decodeIds(encodeIds(ids), paint)).toEqual({ value: ids });
        for (const chunk of chunks) expect(decodeChunk(encodeChunk(chunk), paint)).toEqual({ value: chunk });
        expect(decodeMap(encodeMap(EMPTY))).toEqual({ value: EMPTY });
      }),
    );
  });

  it('gives every row to one chunk', () => {
    fc.assert(
      fc.property(randomMap(), ({ paint }) => {
        const ranges = paint.chunks.map((_, index) => rangeOf(paint, index));
        const rows = [...ranges.map((range) => range.pages), ...ranges.map((range) => range.deferred)];
        let next = 0;
        for (const [from, to] of rows) {
          expect(from).toBe(next);
          next = to;
        }
        expect(next).toBe(rowsOf(paint));
      }),
    );
  });

  it.each([
    ['no bytes', [], 'The map cannot be read: it is not what this page expects.'],
    ['another file', [0x1f, 0x8b, 8, 0, 0], 'The map cannot be read: it is not what this page expects.'],
    [
      'another version',
      [0x4f, 0x52, 0x4d, 9, 0],
      'The map cannot be read: it is of version 9, and this page reads version 2; reload the page.',
    ],
    ['a file cut short', [...encodeMap(EMPTY).slice(0, -1)], 'The map cannot be read: the file ends too early.'],
    ['more than a map', [...encodeMap(EMPTY), 0], 'The map cannot be read: 1 bytes are left over.'],
    [
      'a promise of four billion kinds',
      [0x4f, 0x52, 0x4d, 2, 7, 0xff, 0xff, 0xff, 0xff, 0x0f],
      'The map cannot be read: the file ends too early.',
    ],
    [
      'a number without an end',
      [0x4f, 0x52, 0x4d, 2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1],
      'The map cannot be read: a number has no end.',
    ],
  ])('refuses %s', (_, bytes, problem) => {
    expect(decodeMap(Uint8Array.from(bytes))).toEqual({ problem });
  });

  it('refuses a chunk of another map', () => {
    const chunk: MapChunk = { key: 8, index: 0, nodes: EMPTY.nodes, edges: EMPTY.edges, slugs: [], titles: [] };
    expect(decodeChunk(encodeChunk(chunk), EMPTY).problem).toBe(
      'A part of the map cannot be read: it belongs to another edition of the map; reload the page.',
    );
    expect(decodeChunk(encodeChunk({ ...chunk, key: 7, index: 1 }), EMPTY).problem).toBe(
      'A part of the map cannot be read: the map has no such part.',
    );
  });

  it('answers any bytes with a map or a message', () => {
    fc.assert(
      fc.property(randomMap(), fc.array(fc.tuple(fc.nat(), byte), { maxLength: 4 }), fc.nat(), (map, edits, cut) => {
        for (const whole of [
          encodeMap(map.paint),
          encodeTitles(map.titles),
          encodeIds(map.ids),
          ...map.chunks.map(encodeChunk),
        ]) {
          const bytes = whole.slice(0, cut % 3 === 0 ? cut % whole.length : whole.length);
          for (const [at, value] of edits) if (bytes.length > 4) bytes[4 + (at % (bytes.length - 4))] = value;
          for (const { value, problem } of [
            decodeMap(bytes),
            decodeTitles(bytes, map.paint),
            decodeIds(bytes, map.paint),
            decodeChunk(bytes, map.paint),
          ]) {
            if (problem !== undefined) expect(problem).toMatch(/ cannot be read: .+\.$/);
            else expect(value).toBeDefined();
          }
        }
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const bytes = Uint8Array.from([0x4f, 0x52, 0x4d, 2, ...noise]);
        const { value, problem } = decodeMap(bytes);
        expect(value !== undefined || problem !== undefined).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('says where a label stands', () => {
    expect(labelOf(0)).toBeUndefined();
    for (const level of [0, 1, 2])
      for (const side of LABEL_SIDES) expect(labelOf(labelCode(level, side))).toEqual({ level, side });
  });
});
