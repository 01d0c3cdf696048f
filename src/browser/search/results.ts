import type { NamedPage } from '../../wiki/views/contracts/name-index.ts';
import type { Answer, IndexName } from './engine.ts';
import { LEVELS, type NameMatch } from './find-names.ts';
import type { Fragment } from './text-index.ts';

/** A result, loaded. */
export interface Result {
  index: IndexName;
  /** Path inside the site. */
  path: string;
  /** Pages found by name alone have no record. */
  record?: Fragment;
  name?: NameMatch;
}

/** Up to which level a name comes before everything else. */
const LAST_WINNER = LEVELS.indexOf('typo');

/** Loads the best results, one after the other in order of rank: names that win, then what was found, then names that share a word. */
export async function loadResults(
  answer: Answer,
  pathOf: (page: NamedPage) => string,
  from: number,
  count: number,
): Promise<Result[]> {
  const isWinner = (match: NameMatch) => LEVELS.indexOf(match.level) <= LAST_WINNER;
  const byPath = new Map(answer.names.map((match) => [pathOf(match.page), match]));
  const results: Result[] = [];
  const push = (result: Result) => {
    const known = results.find((other) => other.path === result.path);
    // A page that came by its name gets its record when that is found as well.
    if (known) known.record ??= result.record;
    else results.push(result);
  };
  for (const match of answer.names.filter(isWinner)) push({ index: 'pages', path: pathOf(match.page), name: match });
  const wanted = from + count;
  // A few at a time: some of them are winners already.
  for (let start = 0; results.length < wanted && start < answer.hits.length; start += count) {
    const batch = answer.hits.slice(start, start + count);
    const records = await Promise.all(batch.map((hit) => hit.load().catch(() => undefined)));
    records.forEach((record, index) => {
      const hit = batch[index];
      if (!record || !hit) return;
      const path = pathIn(record);
      const name = byPath.get(path);
      push({ index: hit.index, path, record, ...(name ? { name } : {}) });
    });
  }
  for (const match of answer.names) {
    if (results.length >= wanted) break;
    push({ index: 'pages', path: pathOf(match.page), name: match });
  }
  return results.slice(from, wanted);
}

/** Pagefind puts the base in front of a record's address; the record's own begins at the root of the site. */
function pathIn(record: Fragment): string {
  return (record.raw_url ?? record.url).replace(/^\//, '');
}
