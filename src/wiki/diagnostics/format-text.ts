import { count } from '../text/plain.ts';
import { normaliseSource, sourceText } from '../text/source-text.ts';
import type { Diagnostic } from './diagnostic.ts';

export interface TextStyle {
  error(text: string): string;
  warning(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

export const PLAIN: TextStyle = { error: (t) => t, warning: (t) => t, dim: (t) => t, bold: (t) => t };

/** Longest source line shown; longer ones are cut around the problem. */
const MAX_EXCERPT = 120;

/**
 *     concepts/rag.md:14:19  error  unknown-link
 *       no page is called `vector-databse`
 *       14 │ Retrieval needs a [[vector-databse]] to look things up.
 *          │                   ^^^^^^^^^^^^^^^^^^
 *       hint  did you mean `vector-database`?  More: onrecord explain unknown-link
 */
export function formatText(
  diagnostic: Diagnostic,
  source: string | undefined,
  prefix = '',
  style: TextStyle = PLAIN,
): string {
  const { start, end } = diagnostic.span;
  const label = diagnostic.severity === 'error' ? style.error('error') : style.warning('warning');
  const lines = [
    `${style.bold(`${prefix}${diagnostic.file}:${start.line}:${start.column}`)}  ${label}  ${diagnostic.code}`,
    `  ${diagnostic.message}`,
  ];
  const line = source === undefined ? '' : sourceText(normaliseSource(source)).line(start.line);
  if (line.trim() !== '') {
    const from = start.column > MAX_EXCERPT - 20 ? start.column - 40 : 0;
    const shown = line.slice(from, from + MAX_EXCERPT).replace(/\t/g, ' ');
    const gutter = String(start.line);
    const stop = end.line === start.line ? end.column : line.length + 1;
    const width = Math.max(1, Math.min(stop - start.column, MAX_EXCERPT - (start.column - 1 - from)));
    lines.push(`  ${style.dim(`${gutter} │`)} ${shown}`);
    lines.push(
      `  ${style.dim(`${' '.repeat(gutter.length)} │`)} ${' '.repeat(start.column - 1 - from)}${'^'.repeat(width)}`,
    );
  }
  for (const related of diagnostic.related ?? []) {
    const at = related.span.start;
    lines.push(`  ${style.dim(`see   ${prefix}${related.file}:${at.line}:${at.column}  ${related.message}`)}`);
  }
  const more = style.dim(`More: onrecord explain ${diagnostic.code}`);
  lines.push(diagnostic.hint ? `  hint  ${diagnostic.hint}  ${more}` : `  ${more}`);
  return `${lines.join('\n')}\n`;
}

/** `2 errors, 1 warning in 1 file`. */
export function formatSummary(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const files = new Set(diagnostics.map((diagnostic) => diagnostic.file)).size;
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')} in ${count(files, 'file')}`;
}
