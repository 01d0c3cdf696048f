import type { IndexName } from './engine.ts';
import type { Fragment, TextMatch } from './text-index.ts';

/** What a page asks its worker for; `ask` numbers the answer. */
export type TextRequest =
  | { ask: number; open: { folder: string; base: string; indexes: IndexName[] } }
  | { ask: number; index: IndexName; search: string | null }
  | { ask: number; index: IndexName; search: string | null; load: string }
  | { ask: number; index: IndexName; ready: true };

export type TextResponse = { ask: number } & (
  | { matches: EncodedMatches }
  | { record: Fragment }
  | { done: true }
  | { problem: string }
);

/** Thousands of matches in five pieces: objects would have to be copied one by one. */
export interface EncodedMatches {
  ids: string;
  /** Where each id ends. */
  idEnds: Uint32Array;
  scores: Float64Array;
  words: Uint32Array;
  /** Where the places of each match end. */
  wordEnds: Uint32Array;
}

export function encodeMatches(matches: ReadonlyMap<string, TextMatch>): EncodedMatches {
  const list = [...matches];
  const encoded: EncodedMatches = {
    ids: list.map(([id]) => id).join(''),
    idEnds: new Uint32Array(list.length),
    scores: Float64Array.from(list, ([, { score }]) => score),
    words: Uint32Array.from(list.flatMap(([, { words }]) => words)),
    wordEnds: new Uint32Array(list.length),
  };
  let [idEnd, wordEnd] = [0, 0];
  list.forEach(([id, { words }], index) => {
    idEnd += id.length;
    wordEnd += words.length;
    encoded.idEnds[index] = idEnd;
    encoded.wordEnds[index] = wordEnd;
  });
  return encoded;
}

/** Pieces whose memory may change hands. */
export function piecesOf({ idEnds, scores, words, wordEnds }: EncodedMatches): ArrayBufferLike[] {
  return [idEnds.buffer, scores.buffer, words.buffer, wordEnds.buffer];
}

export function decodeMatches(
  encoded: EncodedMatches,
  load: (id: string) => Promise<Fragment>,
): Map<string, TextMatch> {
  const matches = new Map<string, TextMatch>();
  encoded.scores.forEach((score, index) => {
    const id = encoded.ids.slice(encoded.idEnds[index - 1] ?? 0, encoded.idEnds[index]);
    const from = encoded.wordEnds[index - 1] ?? 0;
    const to = encoded.wordEnds[index];
    matches.set(id, {
      score,
      get words() {
        return [...encoded.words.subarray(from, to)];
      },
      load: () => load(id),
    });
  });
  return matches;
}
