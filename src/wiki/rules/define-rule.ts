import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { Evidence } from '../evidence/evidence.ts';
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
  /** Finds what breaks the rule in linked content, and in what transcripts say of it. Absent where reading or linking finds it on the way. */
  check?(wiki: WikiGraph, evidence: Evidence): Iterable<Finding>;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

/**
 * Whether what a rule finds depends on transcripts too. One that does not look at them looks at nothing but the shapes of pages
 * (`corpus/pack-file.ts`): running text and places are for messages.
 */
export function looksAtEvidence(rule: Rule): boolean {
  return (rule.check?.length ?? 0) > 1;
}

/** Runs a rule; its findings get its code and severity. */
export function runRule(rule: Rule, wiki: WikiGraph, evidence: Evidence): Diagnostic[] {
  return [...(rule.check?.(wiki, evidence) ?? [])].map((finding) => ({
    code: rule.code,
    severity: rule.severity,
    ...finding,
  }));
}
