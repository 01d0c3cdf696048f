import { count } from '../../wiki/text/plain.ts';
import { element } from '../element.ts';
import { siteBase } from '../site-base.ts';
import { excerptOf } from './excerpt.ts';
import { markWords } from './mark-words.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { type ShownResult, shownResult } from './result-item.ts';
import { loadResults } from './results.ts';
import sheet from './search.css?url';
import { siteSearch } from './site-search.ts';

/** Pages, claims and passages shown; the rest is on the search page. */
const PAGES = 6;
const CLAIMS = 6;
const PASSAGES = 3;

interface Row {
  href: string;
  nodes: Node[];
  detail: string;
  kind?: string;
}

const ATTRIBUTES = {
  id: 'palette-box',
  autocomplete: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  maxlength: '200',
  role: 'combobox',
  'aria-expanded': 'false',
  'aria-autocomplete': 'list',
  'aria-controls': 'palette-list',
  placeholder: 'A name, a claim, a question',
  enterkeyhint: 'go',
};

const known = new WeakSet<HTMLDialogElement>();

/** The style sheet comes with the palette: imported in the ordinary way, every page would ask for it at once. */
const styled = new Promise<void>((done) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheet;
  // Without it the palette is plain.
  link.onload = link.onerror = () => done();
  document.head.append(link);
});

/** Makes the palette of a dialog with a box in it, open already: what was typed before is answered. */
export async function openPalette(dialog: HTMLDialogElement): Promise<void> {
  if (known.has(dialog)) return;
  known.add(dialog);
  await styled;
  makePalette(dialog);
}

function makePalette(made: HTMLDialogElement): void {
  const form = made.querySelector('form') as HTMLFormElement;
  const box = made.querySelector('input') as HTMLInputElement;
  for (const [name, value] of Object.entries(ATTRIBUTES)) box.setAttribute(name, value);
  form.role = 'search';
  form.append(element('button', { type: 'button', class: 'palette-close', 'aria-label': 'Esc: close' }, 'Esc'));
  const list = element('div', { id: 'palette-list', role: 'listbox', 'aria-label': 'Results' });
  const note = element('p', { class: 'palette-note', role: 'status' });
  form.after(list, note);
  let turn = 0;
  let active = -1;
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];

  function select(index: number): void {
    const all = options();
    active = all.length === 0 ? -1 : (index + all.length) % all.length;
    for (const [position, option] of all.entries()) option.setAttribute('aria-selected', String(position === active));
    const current = all[active];
    if (current) {
      box.setAttribute('aria-activedescendant', current.id);
      current.scrollIntoView({ block: 'nearest' });
    } else box.removeAttribute('aria-activedescendant');
  }

  function show(groups: { title: string; rows: Row[] }[], words: string): void {
    let number = 0;
    const shown = groups.filter((group) => group.rows.length > 0);
    list.replaceChildren(
      ...shown.map((group, index) => {
        const section = document.createElement('div');
        section.setAttribute('role', 'group');
        const heading = document.createElement('p');
        heading.className = 'palette-group';
        heading.id = `palette-group-${index}`;
        heading.textContent = group.title;
        section.setAttribute('aria-labelledby', heading.id);
        section.append(heading, ...group.rows.map((row) => optionOf(row, number++)));
        return section;
      }),
    );
    box.setAttribute('aria-expanded', String(number > 0));
    note.textContent = words;
    select(number > 0 ? 0 : -1);
  }

  function showRecent(): void {
    const rows = recentSearches().map(
      (query): Row => ({ href: searchHref(query), nodes: [document.createTextNode(query)], detail: '' }),
    );
    show([{ title: 'Searched before on this device', rows }], '');
    if (rows.length === 0) return;
    const forget = document.createElement('button');
    forget.type = 'button';
    forget.className = 'plain';
    forget.textContent = 'Forget them';
    forget.addEventListener('click', () => {
      forgetSearches();
      showRecent();
      box.focus();
    });
    note.replaceChildren(forget);
  }

  async function update(): Promise<void> {
    const mine = ++turn;
    const typed = box.value;
    if (typed.trim() === '') return showRecent();
    try {
      const search = await siteSearch();
      const { query, names } = await search.engine.names(typed);
      if (mine !== turn) return;
      const base = siteBase();
      const early = names.slice(0, PAGES).map(({ page, name }): Row => {
        const detail = name === page.title ? '' : ` (${name})`;
        const one = search.manifest.kinds[page.kind]?.one ?? '';
        return {
          href: base + search.pathOf(page),
          nodes: markWords(
            page.title,
            query.terms.map((term) => term.fold),
          ),
          detail: `${one}${detail}`,
          kind: page.kind,
        };
      });
      if (early.length > 0) show([{ title: 'Pages', rows: early }], '');
      const pages = await search.engine.search(typed, ['pages']);
      const rows = await rowsOf(pages, PAGES);
      if (mine !== turn) return;
      if (rows.length > 0) show([{ title: 'Pages', rows }], '');
      const claims = await search.engine.search(typed, ['claims']);
      const moments = await rowsOf({ ...claims, names: [] }, CLAIMS);
      if (mine !== turn) return;
      const said = search.hasPassages
        ? await rowsOf({ ...(await search.engine.search(typed, ['passages'])), names: [] }, PASSAGES)
        : [];
      if (mine !== turn) return;
      const all = {
        href: searchHref(typed),
        nodes: [document.createTextNode(`Everything for “${query.text}”`)],
        detail: '',
      };
      const counts = [count(rows.length, 'page'), count(moments.length, 'claim')];
      if (search.hasPassages) counts.push(count(said.length, 'moment'));
      const words = rows.length + moments.length + said.length === 0 ? 'Nothing found.' : counts.join(', ');
      const isClaimFirst =
        (claims.hits[0]?.score ?? 0) > (pages.hits[0]?.score ?? 0) &&
        !pages.names.some((match) => match.level !== 'part' && match.level !== 'prefix');
      const both = [
        { title: 'Pages', rows },
        { title: 'Claims, at their second', rows: moments },
      ];
      const asSaid = { title: 'Moments, as they were said', rows: said };
      show([...(isClaimFirst ? both.reverse() : both), asSaid, { title: 'More', rows: [all] }], words);

      async function rowsOf(answer: typeof pages, most: number): Promise<Row[]> {
        const results = await loadResults(answer, search.pathOf, 0, most);
        return results.map((result) => rowOf(shownResult(search, result, base), answer.marked));
      }
    } catch {
      if (mine === turn)
        show([], 'The search index could not be loaded. The lists of pages are in the foot of every page.');
    }
  }

  function go(event: { ctrlKey: boolean; metaKey: boolean }): void {
    const chosen = options()[active];
    rememberSearch(box.value);
    const href = chosen?.href ?? searchHref(box.value);
    if (event.ctrlKey || event.metaKey) window.open(href, '_blank', 'noopener');
    else location.assign(href);
  }

  box.addEventListener('input', () => void update());
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(event);
    }
  });
  list.addEventListener('click', () => rememberSearch(box.value));
  made.querySelector('.palette-close')?.addEventListener('click', () => made.close());
  // A press beside it closes it.
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  void update();
}

function rowOf(shown: ShownResult, marked: readonly string[]): Row {
  const detail = shown.isMoment ? [shown.guest, shown.episode, shown.time].filter(Boolean).join(' · ') : shown.one;
  return { href: shown.href, nodes: markWords(excerptOf(shown.text, marked), marked), detail, kind: shown.kind };
}

function optionOf(row: Row, number: number): HTMLAnchorElement {
  const option = document.createElement('a');
  option.id = `palette-option-${number}`;
  option.setAttribute('role', 'option');
  option.href = row.href;
  option.tabIndex = -1;
  option.className = row.kind ? `k-${row.kind}` : '';
  const text = document.createElement('span');
  text.className = 'palette-text';
  text.append(...row.nodes);
  option.append(text);
  if (row.detail) {
    const detail = document.createElement('span');
    detail.className = 'aside';
    detail.textContent = row.detail;
    option.append(' ', detail);
  }
  return option;
}

function searchHref(query: string): string {
  return `${siteBase()}search/?${new URLSearchParams({ q: query })}`;
}
