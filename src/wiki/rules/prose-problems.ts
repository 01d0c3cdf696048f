import type { ProseProblem } from '../corpus/prose.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';
import type { Finding } from './define-rule.ts';

interface PlacedProblem {
  file: string;
  problem: ProseProblem;
}

/** Seldom any: several rules look through them. */
const known = new WeakMap<WikiGraph, PlacedProblem[]>();

function problemsOf(wiki: WikiGraph): PlacedProblem[] {
  const before = known.get(wiki);
  if (before) return before;
  const problems: PlacedProblem[] = [];
  for (const { file, proses } of wiki.nodes) {
    for (const prose of proses) for (const problem of prose.problems) problems.push({ file, problem });
  }
  known.set(wiki, problems);
  return problems;
}

/** A message is one line: tabs, breaks and other control characters are shown as a space. */
function printable(written: string): string {
  return written.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** Findings for what the Markdown parser noticed, by sort of problem. */
export function* proseProblems(
  wiki: WikiGraph,
  kind: ProseProblem['kind'],
  say: (written: string) => { message: string; hint?: string },
): Iterable<Finding> {
  for (const { file, problem } of problemsOf(wiki)) {
    if (problem.kind === kind) yield { file, span: problem.span, ...say(printable(problem.written)) };
  }
}
