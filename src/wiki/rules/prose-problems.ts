import type { ProseProblem } from '../corpus/prose.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';
import type { Finding } from './define-rule.ts';

/** Findings for what the Markdown parser noticed, by sort of problem. */
export function* proseProblems(
  wiki: WikiGraph,
  kind: ProseProblem['kind'],
  say: (written: string) => { message: string; hint?: string },
): Iterable<Finding> {
  for (const node of wiki.nodes) {
    for (const prose of node.proses) {
      for (const problem of prose.problems) {
        if (problem.kind === kind) yield { file: node.file, span: problem.span, ...say(problem.written) };
      }
    }
  }
}
