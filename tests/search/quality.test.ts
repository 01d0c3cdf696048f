import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ourEngine, type SearchEngine } from '../../scripts/bench/search/engines.ts';
import { type Judged, judge, parseQueries, scoreOf, type Verdict } from '../../scripts/bench/search/judge.ts';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../src/wiki/views/view-context.ts';
import { compileWiki, type Wiki } from '../../src/wiki/wiki.ts';
import { readContent } from '../../src/workspace/read-content.ts';
import { ROOT } from '../support/run-command.ts';

/**
 * Archives with judged queries, and the mean reciprocal rank when they were last judged (`npm run bench -- search`). Search is
 * tuned to neither; the second is of quite another kind, so that what only suits the first shows.
 */
const ARCHIVES = [
  { name: 'the bundled archive', content: 'content', queries: 'queries.yaml', atLeast: 150, mrr: 0.95 },
  {
    name: 'old instruments',
    content: 'tests/fixtures/old-instruments',
    queries: 'other-queries.yaml',
    atLeast: 60,
    mrr: 0.96,
  },
];
/** How far it may fall. */
const MAY_FALL = 0.02;

describe.each(ARCHIVES)('the judged queries on $name', ({ content, queries: file, atLeast, mrr: committed }) => {
  let folder: string;
  let engine: SearchEngine;
  let queries: Judged[];
  let wiki: Wiki;
  let paths: Set<string>;
  const verdicts: Verdict[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-quality-'));
    queries = parseQueries(await readFile(join(ROOT, 'tests/search', file), 'utf8'));
    wiki = compileWiki(await readContent(join(ROOT, content)));
    const context = viewContext(wiki, '/', plainHighlight);
    paths = new Set(wiki.graph.nodes.map((node) => context.href(node.id).slice(1)));
    engine = await ourEngine(context, folder);
    for (const query of queries) verdicts.push(judge(query, await engine.ask(query.ask)));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are enough, of every sort, each with a result that meets it and is there', () => {
    expect(queries.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(queries.map((query) => query.as)).size).toBe(6);
    expect(new Set(queries.map((query) => query.ask)).size).toBe(queries.length);
    for (const { ask, want } of queries) {
      expect(Math.max(...Object.values(want)), ask).toBe(3);
      for (const path of Object.keys(want)) expect(paths, `${ask} wants ${path}`).toContain(path);
    }
  });

  it('are met: every name first', () => {
    const names = verdicts.filter(({ query }) => query.as === 'name');
    expect(names.filter(({ reciprocal }) => reciprocal < 1).map(({ query }) => query.ask)).toEqual([]);
  });

  it('are met as well as when they were judged', () => {
    const { mrr } = scoreOf(verdicts);
    expect(mrr).toBeGreaterThanOrEqual(0.9);
    expect(mrr).toBeGreaterThanOrEqual(committed - MAY_FALL);
  });

  it('have company: every title and alias finds its page first, or another page of that very name', async () => {
    const bearers = new Map<string, Set<string>>();
    for (const node of wiki.graph.nodes.filter(({ kind }) => kind !== 'claim')) {
      for (const name of [node.title, ...node.aliases]) {
        const key = name.toLowerCase();
        bearers.set(key, (bearers.get(key) ?? new Set()).add(`/${node.slug}/`));
      }
    }
    const wrong: string[] = [];
    for (const [name, own] of bearers) {
      const [first] = await engine.ask(name);
      if (!first || ![...own].some((path) => first.endsWith(path))) wrong.push(`${name} → ${first}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('judge', () => {
  const query = { ask: 'x', as: 'name', want: { 'a/': 3, 'b/': 2, 'c/': 1 } };
  it('counts the first result that meets the query, and the order of all', () => {
    expect(judge(query, ['a', 'b', 'c'])).toMatchObject({ reciprocal: 1, ndcg: 1 });
    expect(judge(query, ['c', '/b/'])).toMatchObject({ reciprocal: 0.5 });
    expect(judge(query, ['c', 'z']).reciprocal).toBe(0);
    expect(judge(query, ['b', 'a', 'c']).ndcg).toBeLessThan(1);
    expect(judge(query, []).ndcg).toBe(0);
  });
});
