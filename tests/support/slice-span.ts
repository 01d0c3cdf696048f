import { normaliseSource, type Span } from '../../src/wiki/text/source-text.ts';

/** What stands at a span of a file, with line breaks as `\n`. Counts lines the plainest way there is. */
export function sliceSpan(text: string, { start, end }: Span): string {
  const lines = normaliseSource(text).split('\n');
  if (start.line === end.line) return (lines[start.line - 1] ?? '').slice(start.column - 1, end.column - 1);
  const first = (lines[start.line - 1] ?? '').slice(start.column - 1);
  const last = (lines[end.line - 1] ?? '').slice(0, end.column - 1);
  return [first, ...lines.slice(start.line, end.line - 1), last].join('\n');
}
