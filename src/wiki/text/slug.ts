/** Lower-case letters and digits of any script, in groups joined by single hyphens. */
const SLUG = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;

/** Longest slug: file systems allow 255 bytes a name; four bytes a character in the worst script. */
export const MAX_SLUG_LENGTH = 60;

/** Symbols that tell names apart (`C++` is not `C`), in words. */
const SPELLED: Record<string, string> = { '+': 'plus', '#': 'sharp', '&': 'and', '@': 'at', '%': 'percent' };

export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && text.normalize('NFC') === text && SLUG.test(text);
}

/** `Retrieval-Augmented Generation (RAG)` → `retrieval-augmented-generation-rag`. Idempotent; empty when no letter or digit is left. */
export function slugify(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})[+#]+/gu, (symbols) => [...symbols].map((symbol) => ` ${SPELLED[symbol]} `).join(''))
    .replace(/[&@%]/g, (symbol) => ` ${SPELLED[symbol]} `)
    .replace(/['’]/g, '')
    .match(/[\p{Ll}\p{Lo}\p{Lm}\p{N}]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    const next = slug ? `${slug}-${word}` : word.slice(0, MAX_SLUG_LENGTH);
    if (next.length > MAX_SLUG_LENGTH) break;
    slug = next;
  }
  return slug;
}
