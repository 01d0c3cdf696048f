import { expect, it } from 'vitest';
import type { Fragment } from '../../../src/browser/search/text-index.ts';
import { decodeMatches, encodeMatches } from '../../../src/browser/search/text-messages.ts';

it('carries matches across, ids of different length, places and all', async () => {
  const load = () => Promise.reject(new Error('stays behind'));
  const matches = new Map([
    ['abc1234', { score: 1.5, words: [3, 70_000], load }],
    ['abc12345', { score: 0.25, words: [], load }],
    ['f', { score: 0, words: [1], load }],
  ]);
  const loaded: string[] = [];
  const record: Fragment = { url: '/x/', content: '', meta: {} };
  const back = decodeMatches(structuredClone(encodeMatches(matches)), async (id) => {
    loaded.push(id);
    return record;
  });
  expect([...back].map(([id, { score, words }]) => [id, score, words])).toEqual([
    ['abc1234', 1.5, [3, 70_000]],
    ['abc12345', 0.25, []],
    ['f', 0, [1]],
  ]);
  expect(await back.get('abc12345')?.load()).toBe(record);
  expect(loaded).toEqual(['abc12345']);
  expect(decodeMatches(encodeMatches(new Map()), async () => record).size).toBe(0);
});
