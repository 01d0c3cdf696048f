import { groupBy } from '../../wiki/text/order.ts';
import { element } from '../element.ts';
import { siteBase } from '../site-base.ts';
import type { Answer, Hit } from './engine.ts';
import type { FacetReader } from './facets.ts';
import { mountModel } from './model-view.ts';
import type { Search } from './open-search.ts';
import { resultItem, type ShownResult, shownResult } from './result-item.ts';
import { loadResults } from './results.ts';

export interface AskParts {
  search: Search;
  answer: Answer;
  /** With the column of kinds loaded. */
  facets: FacetReader;
  hits: readonly Hit[];
}

/** Claims an answer is made from, and how near the best they have to come. */
const CLAIMS = 12;
const NEAR_BEST = 0.3;
/** Pages that weigh the question: looked for among so many of the first. */
const LOOKED_AT = 40;
const WEIGHING = ['comparison', 'position'];

/** For a question: what weighs it, then the claims for and against, by the option they speak for. Every line is on record. */
export async function askNodes({ search, answer, facets, hits }: AskParts): Promise<Node[]> {
  if (!answer.query.isQuestion || hits.length === 0) return [];
  const kindOf = (hit: Hit) => facets.values(hit, 'type')[0] ?? '';
  const first = hits.slice(0, LOOKED_AT);
  const weighing = WEIGHING.flatMap((kind) => first.filter((hit) => kindOf(hit) === kind).slice(0, 2));
  const named = answer.names.filter((match) => match.level === 'near' && match.page.kind === 'comparison');
  const all = hits.filter((hit) => hit.index === 'claims');
  const best = all[0]?.score ?? 0;
  const claims = all.filter((hit) => hit.score >= best * NEAR_BEST).slice(0, CLAIMS);
  const load = (list: readonly Hit[], names = named) =>
    loadResults({ ...answer, names, hits: [...list] }, search.pathOf, 0, list.length + names.length);
  const [pages, ...said] = await Promise.all([load(weighing), ...claims.map((hit) => load([hit], []))]);
  const shown = (result: Parameters<typeof shownResult>[1]) => shownResult(search, result, siteBase());
  const lines = said.flatMap(([result]) => (result ? [shown(result)] : []));
  const sections: HTMLElement[] = [];
  if (pages.length > 0) sections.push(section('Weighed here', pages.map(shown), answer.marked));
  const groups = groupBy(lines, headingOf);
  const inOrder = [...groups].sort(([left], [right]) => Number(left === OTHERS) - Number(right === OTHERS));
  for (const [heading, group] of inOrder) sections.push(section(heading, group, answer.marked));
  const player = document.createElement('moment-player');
  player.append(...sections);
  const model = element('div');
  mountModel(model, answer.query.text, lines);
  return [element('h2', {}, 'On record'), player, model, element('h2', {}, 'Everything found')];
}

const OTHERS = 'Also said';
const STANCES: Record<string, string> = { supports: 'in support', qualifies: 'with reservations', opposes: 'against' };

/** `For fine-tuning, in support`: option first, stance second. */
function headingOf({ option, stance }: ShownResult): string {
  const stanceWords = stance && STANCES[stance];
  if (option) return `For ${option}${stanceWords ? `, ${stanceWords}` : ''}`;
  return stanceWords ? `Taking a stand ${stanceWords}` : OTHERS;
}

function section(heading: string, lines: readonly ShownResult[], marked: readonly string[]): HTMLElement {
  const list = element('ul', { class: 'claims' }, ...lines.map((line) => resultItem(line, marked)));
  return element('section', { class: 'ask-group' }, element('h3', {}, heading), list);
}
