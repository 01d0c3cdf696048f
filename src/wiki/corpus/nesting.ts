import type { CST } from 'yaml';

/** Deepest nesting of lists, quotes and keys: ten times what any page needs, a tenth of what a call stack bears. */
export const MAX_DEPTH = 100;

/** Deepest nesting of brackets in MDX. Its JavaScript parser overflows the stack, and ends the process, at about 600. */
const MAX_BRACKETS = 200;

/**
 * Most signs and words in MDX that may nest without brackets (`!!!a`, `a => b => c`, `new new a`); the same parser
 * overflows at about 6,000 of them.
 */
const MAX_SIGNS = 5000;

/**
 * Most marks of lists and quotations a line may begin with. Ten times the depth that is refused anyway, so that what is refused is
 * mostly said where it is; the Markdown parser takes five seconds for a hundred thousand.
 */
const MAX_MARKS = 10 * MAX_DEPTH;
const MARKED_LINE = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){${MAX_MARKS}}`, 'm');

/** `[[claim:some-episode/some-claim]]`: hyphens and colons here are no code, however it is read. */
const PLAIN_LINK = /\[\[[a-z0-9]+(?:[-:/][a-z0-9]+)*\]\]/g;
const SIGN = /[!~+\-*=?>:]|\b(?:await|class|delete|do|else|extends|for|if|new|typeof|void|while|with|yield)\b/g;

/** What was read is right, but too deep to be worked on safely. */
export class TooDeepError extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super('too deep');
    this.offset = offset;
  }
}

/** Offset of the first YAML token that is nested too deep. Without recursion, so that no input can overflow the stack. */
export function deepYamlOffset(tokens: readonly CST.Token[]): number | undefined {
  const open = tokens.map((token): { token: CST.Token; depth: number } => ({ token, depth: 0 }));
  let first: number | undefined;
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) {
      if ('offset' in token) first = Math.min(first ?? token.offset, token.offset);
      continue;
    }
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      for (const inner of [key, value]) if (inner) open.push({ token: inner, depth: depth + 1 });
    }
  }
  return first;
}

/** Throws at a line that opens more lists and quotations than its parser can hold in reasonable time. */
export function assertFewMarks(text: string): void {
  const line = text.length > MAX_MARKS ? MARKED_LINE.exec(text) : null;
  if (line) throw new TooDeepError(line.index);
}

/** Throws where MDX may hold code that is nested too deep to be parsed. Counts more than there is, never less. */
export function assertShallowMdx(text: string): void {
  if (!/\{|^(?:import|export)\b/m.test(text)) return;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if ('([{'.includes(character)) {
      if (++depth > MAX_BRACKETS) throw new TooDeepError(at);
    } else if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
  }
  let signs = 0;
  for (const match of text.replace(PLAIN_LINK, (link) => ' '.repeat(link.length)).matchAll(SIGN)) {
    signs += match[0].length > 1 ? 2 : 1;
    if (signs > MAX_SIGNS) throw new TooDeepError(match.index);
  }
}
