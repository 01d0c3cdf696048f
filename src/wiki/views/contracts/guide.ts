/** The guide as page and browser share it: what is asked, what answers weigh, what options score. Small JSON. */
export interface Guide {
  options: string[];
  /** Points of each option, in the order of `options`; null where the matrix has no verdict. */
  criteria: { slug: string; title: string; points: (number | null)[] }[];
  questions: { question: string; answers: { answer: string; weighs: [criterion: number, weight: number][] }[] }[];
}

/** Points a verdict is worth. "It depends" stands where "partial" does. */
export const VERDICT_POINTS = { strong: 2, partial: 1, depends: 1, weak: 0 } as const;

/** A lead below this share of what was at stake is a close call. */
export const CLOSE_SHARE = 0.15;

/** Answers by question; undefined where none was given. */
export type Choices = readonly (number | undefined)[];

export interface GuideResult {
  /** Points of each option. */
  scores: number[];
  /** Index of the best option; undefined without an answer that counts, or when options tie. */
  best?: number;
  second?: number;
  lead: number;
  /** The lead as a share of the largest possible one, 0 to 1. */
  share: number;
  verdict: 'open' | 'tie' | 'close' | 'clear';
  /** What each answer moved, for the best option against the runner-up; the largest push first. */
  drivers: { question: number; answer: number; points: number; criteria: number[] }[];
  /** Criteria that were weighed but cannot count, since an option has no verdict. */
  unjudged: number[];
}

/**
 * Weighted sum (simple additive weighting, Fishburn 1967): an answer gives weights to criteria, a verdict is worth
 * points, an option's score is their product over all answers. A criterion counts only when every option has a
 * verdict on it: silence is no score.
 */
export function scoreGuide(guide: Guide, choices: Choices): GuideResult {
  const counts = (criterion: number) => guide.criteria[criterion]?.points.every((points) => points !== null) ?? false;
  const given = guide.questions.flatMap((question, index) => {
    const choice = choices[index];
    const answer = choice === undefined ? undefined : question.answers[choice];
    return answer && choice !== undefined ? [{ question: index, answer: choice, weighs: answer.weighs }] : [];
  });
  const weights = given.flatMap((one) => one.weighs.map(([criterion, weight]) => ({ criterion, weight })));
  const unjudged = [...new Set(weights.map((one) => one.criterion).filter((criterion) => !counts(criterion)))];
  const scoreOf = (option: number, weighs: readonly [number, number][]) =>
    weighs
      .filter(([criterion]) => counts(criterion))
      .reduce((sum, [criterion, weight]) => sum + weight * (guide.criteria[criterion]?.points[option] ?? 0), 0);
  const scores = guide.options.map((_, option) => given.reduce((sum, one) => sum + scoreOf(option, one.weighs), 0));
  const [first, next] = scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const stake = weights
    .filter((one) => counts(one.criterion))
    .reduce((sum, one) => sum + Math.abs(one.weight) * VERDICT_POINTS.strong, 0);
  if (first === undefined || next === undefined || stake === 0) {
    return { scores, lead: 0, share: 0, verdict: 'open', drivers: [], unjudged };
  }
  const lead = (scores[first] ?? 0) - (scores[next] ?? 0);
  const share = lead / stake;
  const drivers = given
    .map((one) => ({
      question: one.question,
      answer: one.answer,
      points: scoreOf(first, one.weighs) - scoreOf(next, one.weighs),
      criteria: one.weighs.map(([criterion]) => criterion).filter(counts),
    }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.question - b.question);
  if (lead === 0) return { scores, lead, share, verdict: 'tie', drivers, unjudged };
  return {
    scores,
    best: first,
    second: next,
    lead,
    share,
    verdict: share < CLOSE_SHARE ? 'close' : 'clear',
    drivers,
    unjudged,
  };
}
