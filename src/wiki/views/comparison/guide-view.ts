import type { NodeId } from '../../corpus/node.ts';
import { compareText, groupBy } from '../../text/order.ts';
import { type Guide, VERDICT_POINTS } from '../contracts/guide.ts';
import type { ViewContext } from '../view-context.ts';
import { type ComparisonNode, findIn } from './editorial.ts';
import type { EvidenceScope } from './evidence-scope.ts';
import { type FlowView, flowchart } from './flowchart.ts';
import type { MatrixRow } from './matrix.ts';

export interface GuideView {
  /** What the browser scores; a page without scripts shows `table` and `flow` instead. */
  data: Guide;
  /** What every answer is worth to every option, in points. */
  table: { question: string; answers: { answer: string; points: number[]; criteria: string[] }[] }[];
  flow?: FlowView;
}

export function guideView(
  context: ViewContext,
  node: ComparisonNode,
  options: readonly string[],
  matrix: readonly MatrixRow[],
): GuideView | undefined {
  const written = node.data.guide ?? [];
  if (written.length === 0) return undefined;
  const criteria: NodeId[] = [];
  const questions = written.map((question) => ({
    question: question.question,
    answers: question.answers.map((answer) => ({
      answer: answer.answer,
      weighs: Object.entries(answer.weighs).flatMap(([name, weight]): [number, number][] => {
        const id = findIn(context, name, 'criterion');
        if (!id) return [];
        if (!criteria.includes(id)) criteria.push(id);
        return [[criteria.indexOf(id), weight]];
      }),
    })),
  }));
  const data: Guide = {
    options: [...options],
    criteria: criteria.map((id) => {
      const row = matrix.find((one) => one.criterion.id === id);
      const { slug, title } = context.wiki.graph.node(id);
      const points = options.map((_, index) => {
        const verdict = row?.cells[index]?.verdict;
        return verdict ? VERDICT_POINTS[verdict] : null;
      });
      return { slug, title, points };
    }),
    questions,
  };
  return { data, table: tableOf(data), flow: flowchart(data) };
}

function tableOf(guide: Guide): GuideView['table'] {
  return guide.questions.map((question) => ({
    question: question.question,
    answers: question.answers.map((answer) => ({
      answer: answer.answer,
      points: answerPoints(guide, answer.weighs),
      criteria: answer.weighs.map(
        ([criterion, weight]) => `${guide.criteria[criterion]?.title} ${weight < 0 ? `−${-weight}` : `+${weight}`}`,
      ),
    })),
  }));
}

/** Points an answer gives to each option; criteria without a verdict for all of them do not count. */
export function answerPoints(guide: Guide, weighs: readonly (readonly [number, number])[]): number[] {
  return guide.options.map((_, option) =>
    weighs.reduce((sum, [criterion, weight]) => {
      const points = guide.criteria[criterion]?.points ?? [];
      return points.includes(null) ? sum : sum + weight * (points[option] ?? 0);
    }, 0),
  );
}

/** A condition under which claims hold, as a box to tick. */
export interface ConditionView {
  label: string;
  claims: string[];
}

/** Conditions of the evidence: those more claims name first, then by name. Spelling aside, one box each. */
export function conditionsOf(scope: EvidenceScope): ConditionView[] {
  const named = scope.lines.flatMap((line) => line.conditions.map((label) => ({ label, slug: line.slug })));
  return [...groupBy(named, (one) => one.label.toLowerCase().replace(/\s+/g, ' '))]
    .map(([, all]) => ({ label: (all[0] as { label: string }).label, claims: all.map((one) => one.slug) }))
    .sort((left, right) => right.claims.length - left.claims.length || compareText(left.label, right.label));
}
