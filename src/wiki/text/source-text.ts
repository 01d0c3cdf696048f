/** A place in a text. Lines and columns count from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** A stretch of text; `end` points behind the last character. */
export interface Span {
  start: Position;
  end: Position;
}

/** Text with its line starts, so that offsets become lines and columns in O(log lines). */
export interface SourceText {
  readonly text: string;
  /** Offset (0-based, UTF-16) → line and column. Offsets past the end answer the end. */
  position(offset: number): Position;
  span(start: number, end: number): Span;
  /** The 1-based line without its line break, or an empty string. */
  line(number: number): string;
}

export function sourceText(text: string): SourceText {
  let starts: number[] | undefined;

  function lineStarts(): number[] {
    if (starts) return starts;
    starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }

  function position(offset: number): Position {
    const all = lineStarts();
    const target = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((all[middle] as number) <= target) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: target - (all[low] as number) + 1 };
  }

  return {
    text,
    position,
    span: (start, end) => ({ start: position(start), end: position(end) }),
    line(number) {
      const all = lineStarts();
      const start = all[number - 1];
      if (start === undefined) return '';
      const end = all[number];
      return text.slice(start, end === undefined ? undefined : end - 1);
    },
  };
}

/** What every reader of foreign files does first: no byte order mark, one kind of line break. Columns stay as they were. */
export function normaliseSource(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
