import { parse } from 'yaml';

/** A judged query: what is typed, of which sort it is, and how much each result counts (1 helps, 2 answers, 3 was meant). */
export interface Judged {
  ask: string;
  as: string;
  want: Record<string, number>;
}

/** From this grade on a result meets the query. */
const MEETS = 2;
/** Results looked at, as readers do. */
export const DEPTH = 10;

export function parseQueries(text: string): Judged[] {
  const data: unknown = parse(text);
  if (!Array.isArray(data)) throw new TypeError('judged queries should be a list');
  return data.map((entry: Partial<Judged>, index) => {
    if (typeof entry.ask !== 'string' || typeof entry.as !== 'string' || typeof entry.want !== 'object') {
      throw new TypeError(`judged query ${index + 1} should have \`ask\`, \`as\` and \`want\``);
    }
    const want = Object.entries(entry.want ?? {}).map(([path, grade]) => [path.replace(/\/?$/, '/'), grade]);
    return { ask: entry.ask, as: entry.as, want: Object.fromEntries(want) };
  });
}

export interface Verdict {
  query: Judged;
  results: string[];
  /** 1 / place of the first result that meets it; 0 when none of the first ten does. */
  reciprocal: number;
  /** Gain of the order found over that of the best order (Järvelin and Kekäläinen 2002), first ten results. */
  ndcg: number;
}

export function judge(query: Judged, results: readonly string[]): Verdict {
  const shown = results.slice(0, DEPTH).map((path) => path.replace(/^\//, '').replace(/\/?$/, '/'));
  const place = shown.findIndex((path) => (query.want[path] ?? 0) >= MEETS);
  const gain = (grades: readonly number[]) =>
    grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
  const best = gain(
    Object.values(query.want)
      .sort((left, right) => right - left)
      .slice(0, DEPTH),
  );
  return {
    query,
    results: shown,
    reciprocal: place === -1 ? 0 : 1 / (place + 1),
    ndcg: best === 0 ? 0 : gain(shown.map((path) => query.want[path] ?? 0)) / best,
  };
}

export interface Score {
  queries: number;
  mrr: number;
  success: number;
  ndcg: number;
}

export function scoreOf(verdicts: readonly Verdict[]): Score {
  const mean = (value: (verdict: Verdict) => number) =>
    verdicts.reduce((sum, verdict) => sum + value(verdict), 0) / Math.max(1, verdicts.length);
  return {
    queries: verdicts.length,
    mrr: mean((verdict) => verdict.reciprocal),
    success: mean((verdict) => (verdict.reciprocal === 1 ? 1 : 0)),
    ndcg: mean((verdict) => verdict.ndcg),
  };
}
