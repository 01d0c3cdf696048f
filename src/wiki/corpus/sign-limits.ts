/**
 * Signs in one text that are set as printers set them (“ ” – …). Ten times what any page has; at fifty thousand the parser ends the process.
 */
export const MAX_SMART_SIGNS = 10_000;
const SMART_SIGN = /["']|--|\.\.\./g;

/** Character references in one text. The parser's time grows with their square: a quarter of a second at this, five seconds at fifty thousand. */
export const MAX_REFERENCES = 10_000;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/gi;

/** What was read is right, but has more of something than can be worked on safely. */
export class TooManySignsError extends Error {
  readonly offset: number;
  readonly signs: string;
  constructor(offset: number, signs: string) {
    super(`too many ${signs}`);
    this.offset = offset;
    this.signs = signs;
  }
}

/** Whether a text has more signs to be set than the parser bears; in `.md` they then stay as they were typed. */
export function hasTooManySmartSigns(text: string): boolean {
  return offsetBeyond(text, SMART_SIGN, MAX_SMART_SIGNS) !== undefined;
}

/** Throws where a text has more signs than its parser bears. Astro sets the signs of MDX in any case. */
export function assertFewSigns(text: string, format: 'md' | 'mdx'): void {
  const reference = offsetBeyond(text, REFERENCE, MAX_REFERENCES);
  if (reference !== undefined) throw new TooManySignsError(reference, 'character references such as `&amp;`');
  const smart = format === 'mdx' ? offsetBeyond(text, SMART_SIGN, MAX_SMART_SIGNS) : undefined;
  if (smart !== undefined) throw new TooManySignsError(smart, 'quotation marks, dashes and dots');
}

/** Offset of the first match beyond the most there may be. */
function offsetBeyond(text: string, sign: RegExp, most: number): number | undefined {
  if (text.length <= most) return undefined;
  let count = 0;
  for (const match of text.matchAll(sign)) if (++count > most) return match.index;
  return undefined;
}
