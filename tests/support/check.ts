import { expect } from 'vitest';
import type { Diagnostic } from '../../src/wiki/diagnostics/diagnostic.ts';
import { formatText } from '../../src/wiki/diagnostics/format-text.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { compileWiki, type Wiki } from '../../src/wiki/wiki.ts';

export function compile(files: Files): Wiki {
  return compileWiki(Object.entries(files).map(([path, text]) => ({ path, text })));
}

/** Files in, exact text out. `only` keeps the diagnostics of one code. */
export function check(files: Files, expected: string, only?: string): void {
  const { diagnostics } = compile(files);
  const shown = only ? diagnostics.filter((diagnostic) => diagnostic.code === only) : diagnostics;
  expect(print(shown, files).trim()).toBe(dedent(expected));
}

export function print(diagnostics: readonly Diagnostic[], files: Files): string {
  return diagnostics.map((diagnostic) => formatText(diagnostic, files[diagnostic.file])).join('\n');
}

function dedent(text: string): string {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = indents.length > 0 ? Math.min(...indents) : 0;
  return lines
    .map((line) => line.slice(margin))
    .join('\n')
    .trim();
}
