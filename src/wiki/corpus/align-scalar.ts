/** Where the characters of a YAML scalar's value were written: for each code unit, where it starts and ends. */
export interface Alignment {
  starts: number[];
  ends: number[];
}

/** Letters behind the `\` of an escape that is longer than two characters, and its length. */
const LONG_ESCAPES: Record<string, number> = { x: 4, u: 6, U: 10 };

const isSpace = (character: string | undefined) => character !== undefined && /\s/.test(character);

/**
 * Walks a value and its source, `text` from `start` to `end`, side by side.
 *
 * White space in the value stands for any run of white space in the source (folding, indentation); every other
 * character stands for itself, in a quoted scalar possibly as an escape.
 */
export function alignScalar(text: string, start: number, end: number, value: string, type: string): Alignment {
  if (type === 'QUOTE_DOUBLE') return alignDoubleQuoted(text, start + 1, end - 1);
  const single = type === 'QUOTE_SINGLE';
  let at = start + (single ? 1 : 0);
  // The first line of a block scalar is its header: `>-`, and maybe a comment.
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') at = text.indexOf('\n', start) + 1;
  const alignment: Alignment = { starts: [], ends: [] };
  for (let index = 0; index < value.length; index++) {
    const blank = isSpace(value[index]);
    if (!blank) while (at < end && isSpace(text[at])) at++;
    alignment.starts.push(at);
    if (!blank) at += single && value[index] === "'" ? 2 : 1;
    alignment.ends.push(at);
    if (blank && !isSpace(value[index + 1])) while (at < end && isSpace(text[at])) at++;
  }
  return alignment;
}

/** Reads the source alone: what an escape or a fold gives is told by the source. */
function alignDoubleQuoted(text: string, start: number, end: number): Alignment {
  const alignment: Alignment = { starts: [], ends: [] };
  const push = (from: number, to: number) => {
    alignment.starts.push(from);
    alignment.ends.push(to);
  };
  let at = start;
  while (at < end) {
    const character = text[at] as string;
    const next = text[at + 1] as string;
    if (character === '\\' && next === '\n') {
      // An escaped line break joins the lines without a space.
      at += 2;
      while (text[at] === ' ' || text[at] === '\t') at++;
    } else if (character === '\\') {
      const stop = at + (LONG_ESCAPES[next] ?? 2);
      push(at, stop);
      if (next === 'U' && Number.parseInt(text.slice(at + 2, stop), 16) > 0xffff) push(at, stop);
      at = stop;
    } else if (character === '\n' || character === ' ' || character === '\t') {
      const run = /[ \t\n]+/y;
      run.lastIndex = at;
      const blank = (run.exec(text) as RegExpExecArray)[0].slice(0, end - at);
      const breaks = blank.split('\n').length - 1;
      // One break is a space, each further one a break; without any, blanks stand for themselves.
      if (breaks === 0) for (let offset = 0; offset < blank.length; offset++) push(at + offset, at + offset + 1);
      else for (let made = 0; made < Math.max(1, breaks - 1); made++) push(at, at + blank.length);
      at += blank.length;
    } else push(at, ++at);
  }
  return alignment;
}
