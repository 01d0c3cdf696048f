import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { groupBy } from '../wiki/text/order.ts';
import type { Span } from '../wiki/text/source-text.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { replaceFile } from './replace-file.ts';

/** Writes what findings are certain of into the content. Answers how many places were changed. */
export async function applyFixes(content: string, wiki: Wiki): Promise<number> {
  const fixes = wiki.evidence.findings.flatMap(({ file, span, fix }) =>
    fix ? [{ file, span, text: `"${fix.value}"` }] : [],
  );
  let applied = 0;
  for (const [file, group] of groupBy(fixes, (fix) => fix.file)) {
    const path = join(content, file);
    const text = await readFile(path, 'utf8');
    const mended = replaceSpans(text, group);
    await replaceFile(path, mended);
    applied += group.length;
  }
  return applied;
}

/** Puts new text in place of spans; line breaks and all else stay as they are. */
export function replaceSpans(text: string, edits: readonly { span: Span; text: string }[]): string {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const offset = ({ line, column }: Span['start']) =>
    (starts[line - 1] ?? text.length) + column - 1 + (line === 1 ? mark : 0);
  const sorted = edits
    .map((edit) => ({ from: offset(edit.span.start), to: offset(edit.span.end), text: edit.text }))
    .sort((left, right) => right.from - left.from);
  let result = text;
  for (const { from, to, text: put } of sorted) result = result.slice(0, from) + put + result.slice(to);
  return result;
}
