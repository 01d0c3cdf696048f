import { count } from '../../wiki/text/plain.ts';
import { type Column, FACETS, type FacetFile } from '../../wiki/views/contracts/search-facets.ts';
import { siteBase } from '../site-base.ts';
import { askNodes } from './ask-view.ts';
import type { Answer, Hit } from './engine.ts';
import { fillPanel, shownFacets } from './facet-panel.ts';
import { createFacetReader, type FacetReader } from './facets.ts';
import type { Search } from './open-search.ts';
import { rememberSearch } from './recent.ts';
import { resultItem, shownResult } from './result-item.ts';
import { loadResults, type Result } from './results.ts';
import { decodeState, encodeState, type SearchState, toggled } from './search-state.ts';
import { fetchJson, siteSearch } from './site-search.ts';

/** Results added at a time. */
const STEP = 12;
/** Passages shown below everything else, and what narrows to them. */
const MOMENTS = 4;
const MOMENT = 'moment';
/** Wait after a key before the address changes; results do not wait. */
const ADDRESS_MS = 400;
/** Longest wait for a paint, before what narrows is fetched. */
const PAINT_MS = 200;

const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const box = part<HTMLInputElement>('search-box');
const said = part('search-said');
const list = part('search-results');
const side = part('search-side');
const ask = part('search-ask');
const lists = part('search-lists');

let state = decodeState(location.search);
let turn = 0;
let reader: FacetReader | undefined;

/** What results can be narrowed by; columns the archive has nothing in are not fetched. */
function facetReader({ manifest }: Search): FacetReader {
  reader ??= createFacetReader(async (column) =>
    manifest.facets[column]
      ? ((await fetchJson(`${siteBase()}pagefind/facets/${column}.json`)) as FacetFile)
      : undefined,
  );
  return reader;
}

/** Columns that the results themselves wait for. */
function neededColumns({ choice, sort }: SearchState): Column[] {
  return [...FACETS.filter((facet) => choice[facet]), ...(sort === 'date' ? (['day'] as const) : []), 'type'];
}

let timer: ReturnType<typeof setTimeout> | undefined;
/** Shows a state and puts it in the address: at once for a choice, after a while for typing. */
function go(next: SearchState, typing = false): void {
  state = next;
  clearTimeout(timer);
  const write = (push: boolean) => {
    const address = location.pathname + encodeState(state);
    if (address === location.pathname + location.search) return;
    history[push ? 'pushState' : 'replaceState'](null, '', address);
  };
  if (typing) timer = setTimeout(() => write(false), ADDRESS_MS);
  else write(true);
  void show();
}

async function show(): Promise<void> {
  const mine = ++turn;
  const { query, choice } = state;
  if (box.value !== query) box.value = query;
  document.title = document.title.replace(/^.*?(?=Search ·|Search$)/, query ? `${query} · ` : '');
  const isNarrowed = FACETS.some((facet) => choice[facet]);
  // Where nothing is asked, the lists say what there is.
  lists.classList.toggle('open', query.trim() === '' && !isNarrowed);
  try {
    const search = await siteSearch();
    const isCurrent = () => mine === turn;
    const facets = facetReader(search);
    const columns = facets.load(neededColumns(state));
    if (query.trim() === '' && isNarrowed) {
      const [everything] = await Promise.all([search.everything(), columns]);
      if (isCurrent()) await showAnswer(search, everything, facets, isNarrowed, isCurrent);
      return;
    }
    // Pages come before what takes longer: claims, and what was said. The answer to a question stands above all of it.
    const { query: parsed } = await search.engine.names(query);
    if (!isNarrowed && !parsed.isQuestion && state.sort === 'relevance') {
      const pages = await search.engine.search(query, ['pages']);
      const results = await loadResults(pages, search.pathOf, 0, STEP);
      if (!isCurrent()) return;
      list.replaceChildren(...listed(search, results, pages));
    }
    const [answer] = await Promise.all([search.engine.search(query, ['pages', 'claims']), columns]);
    if (!isCurrent()) return;
    await showAnswer(search, answer, facets, isNarrowed, isCurrent);
    if (!search.hasPassages || !isCurrent()) return;
    const whole = await search.engine.search(query);
    if (isCurrent()) await showAnswer(search, whole, facets, isNarrowed, isCurrent);
  } catch (problem) {
    if (mine !== turn) return;
    console.error(problem);
    list.replaceChildren();
    say(['The search index could not be loaded. The lists in the foot of the page lead everywhere.']);
  }
}

async function showAnswer(
  search: Search,
  answer: Answer,
  facets: FacetReader,
  isNarrowed: boolean,
  isCurrent: () => boolean,
) {
  let hits = facets.filter(answer.hits, state.choice);
  const day = (hit: Hit) => facets.values(hit, 'day')[0] ?? '';
  if (state.sort === 'date')
    hits = [...hits].sort((left, right) => (day(left) < day(right) ? 1 : day(left) > day(right) ? -1 : 0));
  // What is narrowed or in order of time shows what was found, not what has the name.
  const names = isNarrowed || state.sort === 'date' ? [] : answer.names;
  const said = hits.filter((hit) => hit.index === 'passages');
  const found = hits.filter((hit) => hit.index !== 'passages');
  // What was said stands apart, below what somebody made of it, unless it is all there is or all that is wanted.
  const isApart = said.length > 0 && found.length + names.length > 0 && !state.choice.type?.includes(MOMENT);
  const shown = isApart ? found : hits;
  const [results, moments, asked] = await Promise.all([
    loadResults({ ...answer, names, hits: [...shown] }, search.pathOf, 0, STEP * state.shown),
    loadResults({ ...answer, names: [], hits: isApart ? said : [] }, search.pathOf, 0, MOMENTS),
    askNodes({ search, answer, facets, hits }),
  ]);
  if (!isCurrent()) return;
  // All at once: what is shown stays where it is.
  ask.replaceChildren(...asked);
  list.replaceChildren(...listed(search, results, answer));
  const total = Math.max(shown.length, results.length);
  if (results.length > 0 && total > results.length)
    list.append(button(`More of ${total}`, () => go({ ...state, shown: state.shown + 1 })));
  if (moments.length > 0) {
    const heading = document.createElement('h2');
    heading.textContent = 'Moments, as they were said';
    list.append(heading, ...listed(search, moments, answer));
    if (said.length > moments.length)
      list.append(button(`All ${count(said.length, 'moment')}`, () => go(toggled(state, 'type', MOMENT))));
  }
  if (results.length > 0) {
    const words = isApart ? `${count(total, 'result')}, ${count(said.length, 'moment')}` : count(total, 'result');
    say([words, sortSwitch(), sideLink()]);
  } else if (state.query.trim() === '' && !isNarrowed) say([]);
  else sayNothing(search, answer, facets);
  await painted();
  await facets.load(shownFacets(search.manifest.facets, state.choice));
  if (isCurrent()) fillPanel(side, { reader: facets, sizes: search.manifest.facets, hits: answer.hits, state, go });
}

/** A list of results that play in place; of none, nothing. */
function listed(search: Search, results: readonly Result[], { marked }: Answer): HTMLElement[] {
  if (results.length === 0) return [];
  const player = document.createElement('moment-player');
  const rows = document.createElement('ol');
  rows.className = 'claims';
  rows.append(...results.map((result) => resultItem(shownResult(search, result, siteBase()), marked)));
  player.append(rows);
  return [player];
}

/** Resolves when what was shown has been painted, or soon where nothing is painted: in a window behind others. */
function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, PAINT_MS);
  });
}

function sortSwitch(): HTMLElement {
  const isDate = state.sort === 'date';
  return button(isDate ? 'Best first' : 'Newest first', () =>
    go({ ...state, shown: 1, sort: isDate ? 'relevance' : 'date' }),
  );
}

/** On narrow screens what narrows stands below the results. */
function sideLink(): HTMLElement {
  const link = button('Narrow', () => {
    side.scrollIntoView();
    side.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
  });
  link.classList.add('to-side');
  return link;
}

/** Near names, and the choice that empties the list, each one press away. */
function sayNothing(search: Search, answer: Answer, facets: FacetReader): void {
  const words: (string | Node)[] = ['Nothing found.'];
  for (const facet of FACETS) {
    for (const value of state.choice[facet] ?? []) {
      const next = toggled(state, facet, value);
      const left = facets.filter(answer.hits, next.choice).length;
      if (left > 0)
        words.push(button(`Without “${facets.label(facet, value)}”: ${count(left, 'result')}`, () => go(next)));
    }
  }
  if (words.length === 1) {
    const near = search.names.nearest(state.query, 4);
    if (near.length > 0) words.push('Near it:');
    for (const { page } of near) {
      const link = document.createElement('a');
      link.href = siteBase() + search.pathOf(page);
      link.textContent = page.title;
      words.push(link);
    }
  }
  say(words);
}

function say(words: readonly (string | Node)[]): void {
  said.replaceChildren(
    ...words.map((word) => {
      if (typeof word !== 'string') return word;
      const span = document.createElement('span');
      span.textContent = word;
      return span;
    }),
  );
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'plain';
  made.textContent = words;
  made.addEventListener('click', press);
  return made;
}

part<HTMLFormElement>('search-form').addEventListener('submit', (event) => {
  event.preventDefault();
  rememberSearch(box.value);
  go({ ...state, query: box.value, shown: 1 });
});
box.addEventListener('input', () => go({ ...state, query: box.value, shown: 1 }, true));
addEventListener('popstate', () => {
  state = decodeState(location.search);
  void show();
});
void show();
if (state.query === '') box.focus();
