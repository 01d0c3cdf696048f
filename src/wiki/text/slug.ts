/** Lower-case letters and digits of any script, in groups joined by single hyphens. */
const SLUG = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;

/** Longest slug: file systems allow 255 bytes a name; four bytes a character in the worst script. */
export const MAX_SLUG_LENGTH = 60;

/** Symbols that tell names apart (`C++` is not `C`), in words. */
const SPELLED: Record<string, string> = { '+': 'plus', '#': 'sharp', '&': 'and', '@': 'at', '%': 'percent' };

/**
 * Accents are left out (`é` → `e`), but not the vowel signs and voicing marks of scripts without case, which tell
 * words apart (`が` is not `か`). Variation selectors only choose a picture.
 */
const MARKS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]|(?<kept>[\p{Lo}\p{Lm}]\p{M}*)|\p{M}+/gu;
const WORD = /[\p{Ll}\p{Lo}\p{Lm}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]*/gu;

/** In a form that no other spelling of the same name shares. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && text.normalize('NFKC') === text && SLUG.test(text);
}

/** `Retrieval-Augmented Generation (RAG)` → `retrieval-augmented-generation-rag`. Idempotent; empty when no letter or digit is left. */
export function slugify(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(MARKS, (_, kept?: string) => kept ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})[+#]+/gu, (symbols) => [...symbols].map((symbol) => ` ${SPELLED[symbol]} `).join(''))
    .replace(/[&@%]/g, (symbol) => ` ${SPELLED[symbol]} `)
    .replace(/['’]/g, '')
    .match(WORD);
  let slug = '';
  for (const word of words ?? []) {
    const next = slug ? `${slug}-${word}` : firstUnits(word, MAX_SLUG_LENGTH);
    if (next.length > MAX_SLUG_LENGTH) break;
    slug = next;
  }
  return slug;
}

/** At most so many code units, without half a character at the end. */
function firstUnits(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
