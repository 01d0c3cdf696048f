import type { NodeId } from '../../corpus/node.ts';
import { singleSource, unarguedOptions } from '../../graph/one-sided.ts';
import type { Verdict } from '../../kinds/comparison.ts';
import { listOf } from '../../text/plain.ts';
import { byEvidence, type ClaimLine, claimLines, type Evidence, evidenceOf, type Named, named } from '../claim-line.ts';
import type { ViewContext } from '../view-context.ts';
import type { EvidenceScope } from './evidence-scope.ts';

/** What an editor wrote into a cell. */
export interface WrittenCell {
  criterion: NodeId;
  option: NodeId;
  verdict?: Verdict;
  html: string;
  cited: readonly NodeId[];
}

export interface CellView {
  option: Named;
  verdict?: Verdict;
  /** HTML; absent when the editor wrote nothing here. */
  text?: string;
  /** Claims the cell cites, and those on this criterion that are about this option or speak for it. */
  evidence: Evidence;
  claims: ClaimLine[];
}

export interface MatrixRow {
  criterion: Named & { slug: string; question?: string };
  cells: CellView[];
  evidence: Evidence;
  /** What is lopsided about the evidence, in words. */
  remarks: string[];
  /** Whether options get different verdicts. */
  decides: boolean;
}

/** Claims a criterion needs for a row of its own when no editor has written one. */
export const MIN_CLAIMS_FOR_ROW = 2;

export function matrixOf(context: ViewContext, scope: EvidenceScope, written: readonly WrittenCell[]): MatrixRow[] {
  const computed = scope.judged.filter((one) => one.claims >= MIN_CLAIMS_FOR_ROW).map((one) => one.criterion);
  const criteria = [...new Set([...written.map((cell) => cell.criterion), ...computed])];
  return criteria.map((criterion) => rowOf(context, scope, written, criterion));
}

function rowOf(
  context: ViewContext,
  scope: EvidenceScope,
  written: readonly WrittenCell[],
  criterion: NodeId,
): MatrixRow {
  const { graph } = context.wiki;
  const judged = [...(scope.judgedBy.get(criterion) ?? [])];
  const node = graph.node(criterion);
  const cells = scope.options.map((option): CellView => {
    const cell = written.find((one) => one.criterion === criterion && one.option === option);
    const joined = judged.filter((id) => scope.claimsOf.get(option)?.has(id));
    const claims = claimLines(context, [...(cell?.cited ?? []), ...joined]).sort(byEvidence);
    return {
      option: named(context, option),
      verdict: cell?.verdict,
      text: cell?.html,
      evidence: evidenceOf(claims),
      claims,
    };
  });
  const claims = [...new Map(cells.flatMap((cell) => cell.claims.map((line) => [line.id, line] as const))).values()];
  const verdicts = new Set(cells.flatMap((cell) => cell.verdict ?? []));
  return {
    criterion: {
      ...named(context, criterion),
      slug: node.slug,
      question: node.kind === 'criterion' ? node.data.question : undefined,
    },
    cells,
    evidence: evidenceOf(claims),
    remarks: remarksOn(context, scope, node.title, claims),
    decides: verdicts.size > 1,
  };
}

function remarksOn(
  context: ViewContext,
  scope: EvidenceScope,
  criterion: string,
  claims: readonly ClaimLine[],
): string[] {
  const { graph } = context.wiki;
  const sourced = claims.map((line) => ({
    id: line.id,
    episode: line.episode.id,
    speaksFor: graph.out(line.id, 'speaksFor').map((edge) => edge.target),
  }));
  const single = singleSource(sourced);
  const unargued = unarguedOptions(sourced, scope.options).map((option) => graph.node(option as NodeId).title);
  return [
    ...(single
      ? [
          `${single.claims === single.of ? `All ${single.of}` : `${single.claims} of ${single.of}`} claims come from one episode, “${graph.node(single.episode as NodeId).title}”.`,
        ]
      : []),
    ...(unargued.length > 0 ? [`Nobody argues for ${listOf(unargued, 'or')} on ${inSentence(criterion)}.`] : []),
  ];
}

/** `Time to value` → `time to value`; abbreviations stay as they are. */
export function inSentence(title: string): string {
  return /^\p{Lu}[\p{Ll}\s]/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
