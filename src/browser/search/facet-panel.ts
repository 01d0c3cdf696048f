import { count } from '../../wiki/text/plain.ts';
import type { NameManifest } from '../../wiki/views/contracts/name-index.ts';
import { FACETS, type Facet } from '../../wiki/views/contracts/search-facets.ts';
import { element } from '../element.ts';
import type { Hit } from './engine.ts';
import type { Choice, FacetReader, FacetValue } from './facets.ts';
import { type SearchState, toggled } from './search-state.ts';

/** Values of a facet shown; the chosen ones always are. */
const SHOWN = 8;

const TITLES: Record<Facet, string> = {
  type: 'Kind of page',
  guest: 'Guest',
  concept: 'Concept',
  criterion: 'Criterion',
  option: 'Speaks for',
  stance: 'Stance',
  claim: 'Kind of claim',
  year: 'Year',
  show: 'Show',
};

/** A facet of more values than this is fetched when a reader opens it. */
const MANY_VALUES = 1000;

/** Facets of an archive that are shown without being asked for: those of few values, and those chosen from. */
export function shownFacets(values: NameManifest['facets'], choice: Choice): Facet[] {
  return FACETS.filter((facet) => choice[facet] || (values[facet] ?? Number.POSITIVE_INFINITY) <= MANY_VALUES);
}

export interface PanelParts {
  reader: FacetReader;
  /** How many values each facet has in the archive. */
  sizes: NameManifest['facets'];
  hits: readonly Hit[];
  state: SearchState;
  go(state: SearchState): void;
}

/** Fills the side with what the results can be narrowed by, each with how many it leaves. */
export function fillPanel(side: HTMLElement, parts: PanelParts): void {
  const focused = document.activeElement?.getAttribute('data-value');
  side.replaceChildren(...FACETS.flatMap((facet) => (parts.sizes[facet] ? facetOf(facet, side, parts) : [])));
  if (focused) side.querySelector<HTMLElement>(`[data-value="${CSS.escape(focused)}"]`)?.focus();
}

function facetOf(facet: Facet, side: HTMLElement, parts: PanelParts): HTMLElement[] {
  const { reader, hits, state, go } = parts;
  if (!reader.has(facet)) return hits.length > 0 ? [closedFacet(facet, side, parts)] : [];
  const values = reader.counts(hits, state.choice, facet);
  // One value that everything has narrows nothing.
  if (values.length < 2 && !values.some((value) => value.chosen)) return [];
  const pick = (value: FacetValue) => go(toggled(state, facet, value.key));
  return [facet === 'year' ? yearsOf(values, pick) : listOf(facet, values, pick)];
}

/** Opens to its values, which are fetched then. */
function closedFacet(facet: Facet, side: HTMLElement, parts: PanelParts): HTMLElement {
  const open = element('button', { type: 'button', class: 'plain', 'data-value': facet }, `${TITLES[facet]} …`);
  open.addEventListener('click', () => {
    open.disabled = true;
    parts.reader.load([facet]).then(
      () => {
        fillPanel(side, parts);
        side.querySelector<HTMLElement>(`[name="${facet}"]`)?.focus();
      },
      () => {
        open.disabled = false;
        open.textContent = `${TITLES[facet]}: could not be loaded, try again`;
      },
    );
  });
  return element('p', { class: 'facet' }, open);
}

function fieldset(facet: Facet): HTMLFieldSetElement {
  return element('fieldset', { class: 'facet' }, element('legend', {}, TITLES[facet]));
}

function listOf(facet: Facet, values: readonly FacetValue[], pick: (value: FacetValue) => void): HTMLElement {
  const made = fieldset(facet);
  const shown = values.filter((value, index) => value.chosen || (index < SHOWN && value.count > 0));
  made.append(
    ...shown.map((value) => {
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.name = facet;
      box.value = value.key;
      box.checked = value.chosen;
      box.dataset.value = `${facet}=${value.key}`;
      box.addEventListener('change', () => pick(value));
      const number = document.createElement('span');
      number.className = 'n';
      number.textContent = String(value.count);
      label.append(box, value.label, ' ', number);
      return label;
    }),
  );
  return made;
}

/** The years as columns, each a button. */
function yearsOf(values: readonly FacetValue[], pick: (value: FacetValue) => void): HTMLElement {
  const made = fieldset('year');
  const chart = document.createElement('div');
  chart.className = 'years';
  const most = Math.max(1, ...values.map((value) => value.count));
  const inOrder = [...values].sort((left, right) => (left.key < right.key ? -1 : 1));
  chart.append(
    ...inOrder.map((value) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.value = `year=${value.key}`;
      button.setAttribute('aria-pressed', String(value.chosen));
      button.setAttribute('aria-label', `${value.key}: ${count(value.count, 'result')}`);
      button.title = count(value.count, 'result');
      const bar = document.createElement('span');
      bar.className = 'bar';
      bar.style.height = `${Math.max(value.count > 0 ? 4 : 0, Math.round((value.count / most) * 100) * 0.75)}%`;
      button.append(bar, value.key);
      button.addEventListener('click', () => pick(value));
      return button;
    }),
  );
  made.append(chart);
  return made;
}
