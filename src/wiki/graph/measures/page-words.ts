import { stemmer } from 'stemmer';
import type { AnyNode } from '../../corpus/node.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Words of all pages by number; a word is what Porter's stemmer (1980) makes of it. */
export interface PageWords {
  /** Words of each page, in the order of the pages. */
  readonly texts: Uint32Array[];
  /** The form of each word that was read first, in lower case. */
  readonly forms: string[];
}

/** What a page says in its own words: its title (of a claim: its text), other names, summary and prose. O(letters). */
export function pageWords(nodes: readonly AnyNode[]): PageWords {
  const numbers = new Map<string, number>();
  const byStem = new Map<string, number>();
  const forms: string[] = [];
  const numberOf = (word: string) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const stem = stemmer(word);
    const number = byStem.get(stem) ?? forms.length;
    if (number === forms.length) {
      byStem.set(stem, number);
      forms.push(word);
    }
    numbers.set(word, number);
    return number;
  };
  const texts = nodes.map((node) => {
    const text = [node.title, ...node.aliases, node.summary ?? '', ...node.proses.map((prose) => prose.text)].join(
      '\n',
    );
    return Uint32Array.from(text.normalize('NFKC').toLowerCase().match(WORD) ?? [], numberOf);
  });
  return { texts, forms };
}
