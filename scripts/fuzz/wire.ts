import fc from 'fast-check';
import { MAX_QUERY_LENGTH, MAX_TERMS, parseQuery } from '../../src/browser/search/parse-query.ts';
import { decodeState, encodeState } from '../../src/browser/search/search-state.ts';
import { scoreGuide } from '../../src/wiki/views/contracts/guide.ts';
import type { MapPaint } from '../../src/wiki/views/contracts/map-parts.ts';
import {
  decodeChunk,
  decodeIds,
  decodeMap,
  decodeTitles,
  encodeMap,
  encodeTitles,
} from '../../src/wiki/views/contracts/map-wire.ts';
import { decodeNames, encodeNames } from '../../src/wiki/views/contracts/name-index.ts';
import { SURPRISES } from './mutate.ts';
import { defineTarget, promise } from './target.ts';

const nodes = {
  kind: Uint8Array.of(0, 1),
  fine: Uint32Array.of(0, 0),
  x: Int32Array.of(5, -5),
  y: Int32Array.of(0, 9),
  importance: Uint8Array.of(200, 3),
  evidence: Uint32Array.of(3, 1),
  year: Uint16Array.of(2024, 0),
  label: Uint8Array.of(1, 0),
};
const PAINT: MapPaint = {
  key: 7,
  kinds: [
    { name: 'concept', folder: 'concepts', many: 'concepts' },
    { name: 'guest', folder: 'guests', many: 'guests' },
  ],
  edgeTypes: [{ name: 'links', words: 'links to' }],
  coarse: [{ title: 'Index', x: 1, y: 2 }],
  parents: Uint32Array.of(0),
  chunks: [{ pages: 2, deferred: 1 }],
  nodes,
  edges: { source: Uint32Array.of(0), target: Uint32Array.of(1), type: Uint8Array.of(0), count: Uint32Array.of(1) },
};
const FILES = [encodeMap(PAINT), encodeTitles({ key: 7, titles: new Map([[0, 'RAG']]) })];

/** Bytes from outside: noise, or a good file with some bytes changed, cut or added. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .record({
      file: fc.constantFrom(...FILES),
      edits: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      cut: fc.option(fc.nat()),
      more: fc.uint8Array({ maxLength: 4 }),
    })
    .map(({ file, edits, cut, more }) => {
      const copy = Uint8Array.from([...file.slice(0, cut === null ? undefined : cut % file.length), ...more]);
      for (const [at, byte] of edits) if (copy.length > 0) copy[at % copy.length] = byte;
      return copy;
    }),
);

export const wire = defineTarget({
  name: 'wire',
  share: 2,
  inputs: fc.record({
    bytes,
    shard: fc.dictionary(fc.constantFrom('concept', 'guest', 'claim', 'x'), fc.string({ unit: 'binary' })),
  }),
  run({ bytes, shard }) {
    const map = decodeMap(bytes);
    promise(
      (map.value === undefined) === (map.problem !== undefined && map.problem !== ''),
      'bytes give a map or a message',
      map.problem,
    );
    const chunk = decodeChunk(bytes, map.value ?? PAINT);
    for (const part of [chunk, decodeTitles(bytes, map.value ?? PAINT), decodeIds(bytes, map.value ?? PAINT)])
      promise(part.value !== undefined || part.problem !== '', 'bytes give a part of the map or a message');
    const pages = decodeNames(shard);
    encodeNames(pages);
  },
});

const piece = fc.oneof(fc.constantFrom(...SURPRISES), fc.string({ unit: 'binary', maxLength: 30 }));
const KEYS = ['q', 'guest', 'year', 'concept', 'type', 'sort', 'shown', 'stance', 'x', '__proto__'];

export const addresses = defineTarget({
  name: 'addresses',
  share: 2,
  inputs: fc.record({
    parts: fc.array(fc.tuple(fc.constantFrom(...KEYS), piece), { maxLength: 8 }),
    raw: piece,
    typed: fc.oneof(
      piece,
      fc.array(piece, { maxLength: 30 }).map((all) => all.join(' ')),
      piece.map((text) => text.repeat(2000)),
    ),
    choices: fc.array(fc.option(fc.integer({ min: -3, max: 9 }), { nil: undefined })),
  }),
  run({ parts, raw, typed, choices }) {
    for (const address of [
      raw,
      new URLSearchParams(parts.map(([key, value]) => [key, value.toWellFormed()])).toString(),
    ]) {
      const state = decodeState(address);
      const again = decodeState(encodeState(state));
      promise(JSON.stringify(again) === JSON.stringify(state), 'an address says the same when it is written again', [
        state,
        again,
      ]);
    }
    const query = parseQuery(typed, new Set(['the']));
    promise(JSON.stringify(query).length < 40 * (MAX_QUERY_LENGTH + MAX_TERMS), 'a query stays small', query);
    const result = scoreGuide(
      {
        options: ['a', 'b'],
        criteria: [{ slug: 'cost', title: 'Cost', points: [2, 0] }],
        questions: [{ question: 'How much?', answers: [{ answer: 'Little', weighs: [[0, 1]] }] }],
      },
      choices,
    );
    promise(result.scores.every(Number.isFinite), 'scores are numbers', result);
  },
});
