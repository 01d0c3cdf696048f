import type { NodeId } from '../../src/wiki/corpus/node.ts';
import { type PageWords, pageWords, type WordedPage } from '../../src/wiki/graph/measures/page-words.ts';

/** Pages that say so much and nothing more. */
export function saying(texts: Readonly<Record<string, string>>): WordedPage[] {
  return Object.entries(texts).map(([id, title]) => ({ id: id as NodeId, title, aliases: [], proses: [] }));
}

/** Words of pages `concept:0`, `concept:1` and so on, or of pages with these ids. */
export function drawnWords(texts: readonly string[], ids?: readonly string[]): PageWords {
  return pageWords(saying(Object.fromEntries(texts.map((text, row) => [ids?.[row] ?? `concept:${row}`, text]))));
}
