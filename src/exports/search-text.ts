import { segmentText } from '../wiki/text/segment-text.ts';

/**
 * Signs that are letters inside a word (`A/B`, `k-NN`, `.NET`) and none at its ends: `library.` would be another word than
 * `library`, with another stem.
 */
const LOOSE_SIGNS =
  /(?<=[\p{L}\p{N}\p{M}+#])[.…&/-]+(?=[^\p{L}\p{N}\p{M}+#.…&/-]|$)|(?<![^\s("'“‘[])(?:[.…&/-]*[…&/-]|\.+(?=[^\p{L}.]))/gu;

/** Most words: nothing is done to them. */
const PLAIN = /^[A-Za-z0-9]+$/;

/** Text as it is indexed: without control characters, and with gaps between the words of scripts that write none. */
export function searchText(text: string): string {
  if (PLAIN.test(text)) return text;
  return segmentText(
    text
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .replace(LOOSE_SIGNS, '')
      .trim(),
  );
}

/**
 * Text without the words that questions are made of: they are half of all places an index keeps, and no query asks for
 * them. Written in capitals they are something else: IT, US, WHO.
 */
export function withoutStopwords(text: string, stopwords: ReadonlySet<string>): string {
  return text
    .split(' ')
    .filter((word) => {
      const bare = word.replace(/^[^\p{L}\p{N}+#]+|[^\p{L}\p{N}+#]+$/gu, '');
      return !stopwords.has(bare.toLowerCase()) || (bare.length > 1 && bare === bare.toUpperCase());
    })
    .join(' ');
}
