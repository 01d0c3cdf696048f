import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';

/** Content files by path, for examples. */
export type Files = Record<string, string>;

export type Finding = Omit<Diagnostic, 'code' | 'severity'>;

/** One thing that must hold. Its file name is its code. */
export interface Rule {
  code: string;
  severity: Severity;
  /** Markdown: what is wrong, and why it matters. */
  explanation: string;
  /** Content that breaks this rule once. */
  wrong: Files;
  /** The same content, mended. */
  right: Files;
  /** Finds what breaks the rule in linked content. Absent where reading or linking finds it on the way. */
  check?(wiki: WikiGraph): Iterable<Finding>;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

/** Runs a rule; its findings get its code and severity. */
export function runRule(rule: Rule, wiki: WikiGraph): Diagnostic[] {
  return [...(rule.check?.(wiki) ?? [])].map((finding) => ({ code: rule.code, severity: rule.severity, ...finding }));
}
