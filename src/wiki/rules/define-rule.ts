import type { AnyNode } from '../corpus/node.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';
import type { Aspect } from './aspects.ts';

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
  /**
   * All that decides whether `check` finds anything, in content whose links all lead somewhere: more may be read for messages. Where that is as it was when nothing was
   * found, nothing is looked for again. Absent for rules that look at transcripts: those always look.
   */
  reads?: readonly Aspect[];
  /** Finds out of one page alone what `check` asks for, and puts it down in the `notes` of the page: they are kept with what was read of it. */
  note?(node: AnyNode): void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

/** Runs a rule; its findings get its code and severity. */
export function runRule(rule: Rule, wiki: WikiGraph, evidence: Evidence): Diagnostic[] {
  return [...(rule.check?.(wiki, evidence) ?? [])].map((finding) => ({
    code: rule.code,
    severity: rule.severity,
    ...finding,
  }));
}
