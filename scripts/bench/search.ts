import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../src/wiki/views/view-context.ts';
import { compileWiki } from '../../src/wiki/wiki.ts';
import { buildSite } from '../../src/workspace/build-site.ts';
import { readContent } from '../../src/workspace/read-content.ts';
import type { Options } from './options.ts';
import type { Report } from './report.ts';
import { miniSearchEngine, ourEngine, pagefindEngine, type SearchEngine } from './search/engines.ts';
import { judge, parseQueries, type Score, scoreOf, type Verdict } from './search/judge.ts';
import { formatTable } from './table.ts';

/** Judges our search on the queries, beside Pagefind as it is and a plain BM25 index, in one run. */
export async function benchSearch(options: Options, say: (line: string) => void): Promise<Report> {
  const { content, queries: file } = options;
  const queries = parseQueries(await readFile(file, 'utf8'));
  const context = viewContext(compileWiki(await readContent(content)), '/', plainHighlight);
  const workshop = join(options.cache, 'search');
  await rm(workshop, { recursive: true, force: true });
  say(`search: ${queries.length} judged queries on ${content}`);
  const site = join(workshop, 'site');
  await buildSite({ content, out: site, frozen: true });
  const engines = [await ourEngine(context, workshop), await pagefindEngine(site, workshop), miniSearchEngine(context)];
  const results: { engine: string; verdicts: Verdict[]; ms: number }[] = [];
  for (const engine of engines) {
    results.push({ engine: engine.name, ...(await askAll(engine, queries)) });
    say(`search: ${engine.name}`);
  }
  const sorts = [...new Set(queries.map((query) => query.as))];
  const rows = results.flatMap(({ engine, verdicts, ms }) => [
    { engine, sort: 'all', score: scoreOf(verdicts), ms },
    ...sorts.map((sort) => ({
      engine,
      sort,
      score: scoreOf(verdicts.filter(({ query }) => query.as === sort)),
      ms: undefined,
    })),
  ]);
  const table = formatTable(rows, {
    engine: (row) => row.engine,
    queries: (row) => row.sort,
    number: (row) => String(row.score.queries),
    MRR: (row) => row.score.mrr.toFixed(3),
    'success@1': (row) => row.score.success.toFixed(3),
    'nDCG@10': (row) => row.score.ndcg.toFixed(3),
    'each, median': (row) => (row.ms === undefined ? undefined : `${row.ms.toFixed(1)} ms`),
  });
  return {
    text: `${table}\n\n${distance(results.map(({ verdicts }) => scoreOf(verdicts)))}\n\n${losers(results[0]?.verdicts ?? [])}`,
    data: results,
    isComplete: true,
  };
}

async function askAll(engine: SearchEngine, queries: Parameters<typeof judge>[0][]) {
  const verdicts: Verdict[] = [];
  const times: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    const results = await engine.ask(query.ask);
    times.push(performance.now() - start);
    verdicts.push(judge(query, results));
  }
  return { verdicts, ms: times.sort((left, right) => left - right)[times.length >> 1] ?? 0 };
}

/** How much of what Pagefind's defaults leave to be wished is made good. */
function distance([ours, defaults]: readonly Score[]): string {
  if (!ours || !defaults || defaults.mrr === 1) return '';
  const share = (ours.mrr - defaults.mrr) / (1 - defaults.mrr);
  return `Of the distance to 1.0 that Pagefind's defaults leave, ${(share * 100).toFixed(0)} % is closed.`;
}

function losers(verdicts: readonly Verdict[]): string {
  const lost = verdicts.filter((verdict) => verdict.reciprocal < 1);
  const lines = lost.map(({ query, reciprocal, results }) => {
    const place = reciprocal === 0 ? 'not in ten' : `place ${Math.round(1 / reciprocal)}`;
    return `  ${query.as}: ${query.ask}  (${place}; first ${results[0] ?? 'nothing'})`;
  });
  return `Not first:\n${lines.join('\n')}`;
}
