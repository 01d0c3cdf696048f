import { compareText, firstDifference } from '../text/order.ts';
import type { Span } from '../text/source-text.ts';

export type Severity = 'error' | 'warning';

/** One thing that can be said about content. `message` says what is wrong; only `hint` says what to do. */
export interface Diagnostic {
  /** The rule's code, which is its file name and what `explain` takes. */
  code: string;
  severity: Severity;
  /** Path inside the content folder, with forward slashes. */
  file: string;
  span: Span;
  message: string;
  hint?: string;
  /** Other places that belong to the same problem. */
  related?: { file: string; span: Span; message: string }[];
}

/** A total order: by file, place, code, message, end, hint. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return firstDifference(
    compareText(left.file, right.file),
    left.span.start.line - right.span.start.line,
    left.span.start.column - right.span.start.column,
    compareText(left.code, right.code),
    compareText(left.message, right.message),
    left.span.end.line - right.span.end.line,
    left.span.end.column - right.span.end.column,
    compareText(left.hint ?? '', right.hint ?? ''),
  );
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** The first character of a file: where a problem of the whole file is shown. */
export const FILE_START: Span = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
