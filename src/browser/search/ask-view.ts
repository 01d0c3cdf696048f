import { groupBy } from '../../wiki/text/order.ts';
import type { Answer, Hit } from './engine.ts';
import type { FacetReader } from './facets.ts';
import { mountModel } from './model-view.ts';
import type { Search } from './open-search.ts';
import { resultItem, type ShownResult, shownResult } from './result-item.ts';
import { loadResults } from './results.ts';
import { siteBase } from './site-search.ts';

export interface AskParts {
  search: Search;
  answer: Answer;
  facets: FacetReader;
  hits: readonly Hit[];
  isCurrent(): boolean;
}

/** Claims an answer is made from, and how near the best they have to come. */
const CLAIMS = 12;
const NEAR_BEST = 0.3;
/** Pages that weigh the question: looked for among so many of the first. */
const LOOKED_AT = 40;
const WEIGHING = ['comparison', 'position'];

/** For a question: what weighs it, then the claims for and against, by the option they speak for. Every line is on record. */
export async function showAsk(
  place: HTMLElement,
  { search, answer, facets, hits, isCurrent }: AskParts,
): Promise<void> {
  if (!answer.query.isQuestion || hits.length === 0) {
    place.replaceChildren();
    return;
  }
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
  if (!isCurrent()) return;
  const shown = (result: Parameters<typeof shownResult>[1]) => shownResult(search, result, siteBase());
  const lines = claims.flatMap((hit, index) => {
    const [result] = said[index] ?? [];
    return result ? [{ hit, shown: shown(result) }] : [];
  });
  const sections: HTMLElement[] = [];
  if (pages.length > 0) sections.push(section('Weighed here', pages.map(shown), answer.marked));
  const groups = groupBy(lines, ({ hit }) => headingOf(hit, facets));
  const inOrder = [...groups].sort(([left], [right]) => Number(left === OTHERS) - Number(right === OTHERS));
  for (const [heading, group] of inOrder)
    sections.push(
      section(
        heading,
        group.map((line) => line.shown),
        answer.marked,
      ),
    );
  const title = document.createElement('h2');
  title.textContent = 'On record';
  const player = document.createElement('moment-player');
  player.append(...sections);
  const model = document.createElement('div');
  mountModel(
    model,
    answer.query.text,
    lines.map((line) => line.shown),
  );
  const rest = document.createElement('h2');
  rest.textContent = 'Everything found';
  place.replaceChildren(title, player, model, rest);
}

const OTHERS = 'Also said';
const STANCES: Record<string, string> = { supports: 'in support', qualifies: 'with reservations', opposes: 'against' };

/** `For fine-tuning`, `Of RAG, against a position`: option first, stance second. */
function headingOf(hit: Hit, facets: FacetReader): string {
  const [option] = facets.values(hit, 'option');
  const [stance] = facets.values(hit, 'stance');
  const stanceWords = stance && STANCES[stance];
  if (option) return `For ${facets.label('option', option)}${stanceWords ? `, ${stanceWords}` : ''}`;
  return stanceWords ? `Taking a stand ${stanceWords}` : OTHERS;
}

function section(heading: string, lines: readonly ShownResult[], marked: readonly string[]): HTMLElement {
  const made = document.createElement('section');
  made.className = 'ask-group';
  const title = document.createElement('h3');
  title.textContent = heading;
  const list = document.createElement('ul');
  list.className = 'claims';
  list.append(...lines.map((line) => resultItem(line, marked)));
  made.append(title, list);
  return made;
}
