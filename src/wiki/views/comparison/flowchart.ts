import type { Guide } from '../contracts/guide.ts';
import { drawFlow, type FlowDrawing } from './flow-drawing.ts';
import { answerPoints } from './guide-view.ts';

/** A step of the chart: a question with its ways on, or a result. */
export type FlowNode =
  | { question: string; ways: { answers: string[]; to: FlowNode }[] }
  | { result?: string; ways?: undefined; share: number };

export interface FlowView {
  tree: FlowNode;
  drawing: FlowDrawing;
}

/** Two questions deep: what fits on a page and in a head. */
const MAX_DEPTH = 2;
/** A result that holds for this share of the answers still open is said without asking on. */
const SETTLED_SHARE = 0.9;
/** Combinations that are worth trying out; above, the last questions are taken as unanswered. */
const MAX_COMBINATIONS = 20_000;

/**
 * The guide's own rules as a decision tree, drawn at build time. Each step asks what tells most about the outcome
 * (information gain, Quinlan 1986, over all answers taken as equally likely); ways that end alike are joined.
 */
export function flowchart(guide: Guide): FlowView | undefined {
  const points = guide.questions.map((question) =>
    question.answers.map((answer) => answerPoints(guide, answer.weighs)),
  );
  const tree = grow(
    guide,
    points,
    guide.questions.map((_, index) => index),
    guide.options.map(() => 0),
    0,
  );
  if (!tree.ways) return undefined;
  return { tree, drawing: drawFlow(tree) };
}

function grow(guide: Guide, points: number[][][], open: number[], scores: number[], depth: number): FlowNode {
  const counts = outcomes(guide, points, open, scores);
  const total = counts.reduce((sum, value) => sum + value, 0);
  const most = counts.slice(0, -1).reduce((best, value, index, all) => (value > (all[best] ?? 0) ? index : best), 0);
  const share = (counts[most] ?? 0) / total;
  const undecided = counts.slice(0, -1).filter((value) => value === counts[most]).length > 1;
  const leaf: FlowNode = { result: undecided || share < 0.5 ? undefined : guide.options[most], share };
  if (depth === MAX_DEPTH || open.length === 0 || share >= SETTLED_SHARE) return leaf;

  const after = (question: number, answer: number) =>
    scores.map((score, option) => score + (points[question]?.[answer]?.[option] ?? 0));
  let best: { question: number; left: number } | undefined;
  for (const question of open) {
    const rest = open.filter((one) => one !== question);
    const answers = points[question] ?? [];
    const left =
      answers.reduce((sum, _, answer) => sum + entropy(outcomes(guide, points, rest, after(question, answer))), 0) /
      answers.length;
    if (!best || left < best.left - 1e-9) best = { question, left };
  }
  if (!best || best.left > entropy(counts) - 1e-9) return leaf;
  const { question } = best;
  const rest = open.filter((one) => one !== question);
  const ways: { answers: string[]; to: FlowNode }[] = [];
  for (const [index, { answer }] of (guide.questions[question]?.answers ?? []).entries()) {
    const to = grow(guide, points, rest, after(question, index), depth + 1);
    const alike = ways.find((way) => !way.to.ways && !to.ways && way.to.result === to.result);
    if (alike && !alike.to.ways && !to.ways) {
      alike.answers.push(answer);
      // Every answer is as likely as the next: the mean of what is joined.
      const joined = alike.answers.length;
      alike.to = { ...alike.to, share: (alike.to.share * (joined - 1) + to.share) / joined };
    } else ways.push({ answers: [answer], to });
  }
  const [only] = ways;
  if (ways.length === 1 && only) return only.to;
  return { question: guide.questions[question]?.question ?? '', ways };
}

/** How often each option wins over all answers still open; ties are counted last. */
function outcomes(guide: Guide, points: number[][][], open: number[], scores: number[]): number[] {
  const counts = [...guide.options.map(() => 0), 0];
  let combinations = 1;
  const asked = open.filter((question) => {
    combinations *= points[question]?.length ?? 1;
    return combinations <= MAX_COMBINATIONS;
  });
  const walk = (at: number, sums: number[]): void => {
    const question = asked[at];
    if (question === undefined) {
      const top = Math.max(...sums);
      const winners = sums.flatMap((sum, index) => (sum === top ? [index] : []));
      const slot = winners.length === 1 ? (winners[0] as number) : guide.options.length;
      counts[slot] = (counts[slot] ?? 0) + 1;
      return;
    }
    for (const answer of points[question] ?? [])
      walk(
        at + 1,
        sums.map((sum, index) => sum + (answer[index] ?? 0)),
      );
  };
  walk(0, scores);
  return counts;
}

/** In bits (Shannon 1948). */
function entropy(counts: readonly number[]): number {
  const total = counts.reduce((sum, value) => sum + value, 0);
  return counts
    .filter((value) => value > 0)
    .reduce((sum, value) => sum - (value / total) * Math.log2(value / total), 0);
}
