import { readState, writeState } from '../address-state.ts';
import { openClaims } from './open-claims.ts';

/** Leaves out what was said before a year, everywhere on the page. */
export function mount(form: HTMLFormElement): void {
  const select = form.querySelector('select');
  const output = form.querySelector('output');
  if (!select) return;
  const apply = async () => {
    writeState('since', select.value);
    await openClaims(document);

    const since = select.value;
    const isOld = (element: Element) => {
      const year = element.getAttribute('data-y');
      return since !== '' && (year === null || year < since);
    };
    for (const dot of document.querySelectorAll('.ages .dots')) dot.classList.toggle('old', isOld(dot));
    for (const claim of document.querySelectorAll<HTMLElement>('.said')) claim.hidden = isOld(claim);
    for (const details of document.querySelectorAll('.matrix .opens, .says')) count(details, since);
    const all = [...document.querySelectorAll('.guests .said')];
    const left = all.filter((claim) => !isOld(claim)).length;
    if (output) output.textContent = since ? `${left} of ${all.length} claims are from ${since} or later` : '';
  };
  const asked = readState('since');
  if ([...select.options].some((option) => option.value === asked)) select.value = asked ?? '';
  form.addEventListener('input', () => void apply());
  void apply();
}

/** Says in the summary how many of its claims are left; keeps the whole count to go back to. */
function count(details: Element, since: string): void {
  const summary = details.querySelector('summary');
  if (!summary) return;
  summary.dataset.whole ??= summary.textContent ?? '';
  const claims = [...details.querySelectorAll<HTMLElement>('.said')];
  const left = claims.filter((claim) => !claim.hidden).length;
  summary.textContent =
    since && left < claims.length ? `${left} of ${claims.length} claims since ${since}` : summary.dataset.whole;
}
