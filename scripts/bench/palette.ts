import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stopwordsOf } from '../../src/wiki/text/stopwords.ts';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../src/wiki/views/view-context.ts';
import type { Wiki } from '../../src/wiki/wiki.ts';
import { prepareContent } from './content.ts';
import { type Measurement, measure, median } from './measure.ts';
import type { Options } from './options.ts';
import { cpuOf, peakOf, type Report } from './report.ts';
import { type Asked, askPalette } from './search/browse.ts';
import { miniSearchEngine } from './search/engines.ts';
import { setAside } from './set-aside.ts';
import { formatTable, seconds, thousands } from './table.ts';
import { onrecord } from './tools/onrecord.ts';

/** Queries typed, half of them letter by letter. */
const QUERIES = 24;

interface Result {
  pages: number;
  build: Measurement & { stages: { name: string; ms: number }[] };
  first: Asked;
  /** Put in at once. */
  whole: Asked[];
  /** Letter by letter. */
  keys: Asked[];
  /** MiniSearch in this process, whole index in memory: each key of the same queries, milliseconds. */
  miniSearchMs: number[];
}

/** Builds a large archive and asks its palette in a real browser: index beside pages, bytes on the wire, milliseconds a key. */
export async function benchPalette(options: Options, say: (line: string) => void): Promise<Report> {
  const results: Result[] = [];
  for (const pages of options.pages) {
    const { folder, wiki } = await prepareContent(options, pages);
    const prepared = await onrecord.prepare({ pages, content: folder, flat: {}, cache: options.cache });
    if (!prepared?.timings) throw new Error('our build tells its timings');
    await setAside(prepared.leftovers, options.cache);
    const built = await measure(prepared.command, join(options.cache, 'palette.log'));
    const { stages } = JSON.parse(await readFile(prepared.timings, 'utf8')) as Result['build'];
    say(`palette ${pages}: built in ${seconds(built.wallMs)}`);
    const queries = queriesOn(wiki);
    const asked = await askPalette(prepared.output, async (ask) => {
      const first = await ask(queries[0] as string);
      const whole: Asked[] = [];
      const keys: Asked[] = [];
      for (const [index, query] of queries.slice(1).entries()) {
        if (index % 2 === 0) whole.push(await ask(query));
        else for (let end = 1; end <= query.length; end++) keys.push(await ask(query.slice(0, end)));
      }
      return { first, whole, keys };
    });
    const mini = miniSearchEngine(viewContext(wiki, '/', plainHighlight));
    const miniSearchMs: number[] = [];
    for (const { typed } of asked.keys) {
      const start = performance.now();
      await mini.ask(typed);
      miniSearchMs.push(performance.now() - start);
    }
    results.push({ pages, build: { ...built, stages }, ...asked, miniSearchMs });
  }
  return { text: report(results), data: results, isComplete: true };
}

/** Titles, claims as half remembered, guests with a topic, and names with a wrong first letter, spread over the archive. */
function queriesOn(wiki: Wiki): string[] {
  const { graph } = wiki;
  const stopwords = stopwordsOf('en');
  const spread = <Item>(items: readonly Item[]) =>
    Array.from(
      { length: QUERIES / 4 },
      (_, index) => items[Math.floor(((index + 0.5) * items.length * 4) / QUERIES)] as Item,
    );
  const concepts = spread(graph.ofKind('concept')).map((node) => node.title.toLowerCase());
  const claims = spread(graph.ofKind('claim')).map((node) =>
    (node.data.text.toLowerCase().match(/\p{L}+/gu) ?? [])
      .filter((word) => !stopwords.has(word))
      .slice(3, 7)
      .join(' '),
  );
  const guests = spread(graph.ofKind('guest')).map((node, index) => `${node.title} ${concepts[index]?.split(' ')[0]}`);
  const wrong = concepts.map((title) => `q${title.slice(1)}`);
  return concepts.flatMap((title, index) => [title, claims[index], guests[index], wrong[index]] as string[]);
}

function report(results: readonly Result[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const sizes = (asked: readonly Asked[]) => asked.map(({ bytes }) => bytes.pages + bytes.others);
  const spread = (values: readonly number[], format: (value: number) => string) => {
    const inOrder = [...values].sort((left, right) => left - right);
    const nearlyMost = inOrder[Math.ceil(inOrder.length * 0.95) - 1] ?? 0;
    return [median(values), nearlyMost, inOrder.at(-1) ?? 0].map(format).join(' / ');
  };
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const times = (asked: readonly Asked[]) => asked.map(({ allMs }) => allMs);
  const stage = (result: Result, name: string) =>
    seconds(result.build.stages.find((one) => one.name === name)?.ms ?? 0);
  const rows: [string, (result: Result) => string][] = [
    ['build', (result) => seconds(result.build.wallMs)],
    ['of it records written down', (result) => stage(result, 'records')],
    ['of it pages', (result) => stage(result, 'pages')],
    ['wait for the index after the pages', (result) => stage(result, 'search')],
    ['processor', ({ build }) => cpuOf([build]) ?? ''],
    ['peak memory of all processes', ({ build }) => peakOf([build]) ?? ''],
    ['first query: Pagefind’s code', ({ first }) => kilobytes(first.bytes.code)],
    ['first query: until pages are shown', ({ first }) => kilobytes(first.bytes.pages)],
    ['first query: claims, which follow', ({ first }) => kilobytes(first.bytes.others)],
    ['next query, at once: median / 95 % / most', ({ whole }) => spread(sizes(whole), kilobytes)],
    ['next key: median / 95 % / most', ({ keys }) => spread(sizes(keys), kilobytes)],
    ['query at once: median / 95 % / most', ({ whole }) => spread(times(whole), ms)],
    ['key: median / 95 % / most', ({ keys }) => spread(times(keys), ms)],
    ['MiniSearch, key: median / 95 % / most', ({ miniSearchMs }) => spread(miniSearchMs, ms)],
    ['key, ours ÷ MiniSearch', ({ keys, miniSearchMs }) => (median(times(keys)) / median(miniSearchMs)).toFixed(1)],
  ];
  const columns: Record<string, (row: (typeof rows)[number]) => string> = { what: ([name]) => name };
  for (const result of results) columns[`${thousands(result.pages)} pages and claims`] = ([, value]) => value(result);
  return formatTable(rows, columns);
}
