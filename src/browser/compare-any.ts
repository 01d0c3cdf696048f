import { readState, writeState } from './address-state.ts';

/** Two boxes in front of the list of pairs: the first limits the second to what it can be compared with. */
const form = document.querySelector<HTMLFormElement>('form.pick');
const [one, other] = form?.querySelectorAll('select') ?? [];
const output = form?.querySelector('output');

interface Pair {
  sides: string[];
  link: HTMLAnchorElement;
  detail: string;
}

if (form && one && other && output) {
  const pairs = [...document.querySelectorAll<HTMLElement>('li[data-pair]')].flatMap((item): Pair[] => {
    const link = item.querySelector('a');
    const detail = item.querySelector('.weight')?.textContent ?? '';
    return link ? [{ sides: item.dataset.pair?.split(' ') ?? [], link, detail }] : [];
  });
  const names = [...one.options].filter((option) => option.value !== '');
  const chosen = () => pairs.find((pair) => pair.sides.includes(one.value) && pair.sides.includes(other.value));
  const say = () => {
    const partners = other.options.length - 1;
    output.textContent = one.value === '' ? '' : (chosen()?.detail ?? `${partners} to choose from`);
    writeState('one', one.value);
    writeState('other', other.value);
  };
  const limit = () => {
    const kept = other.value;
    const partners = new Set(pairs.filter((pair) => pair.sides.includes(one.value)).flatMap((pair) => pair.sides));
    partners.delete(one.value);
    const empty = new Option(one.value === '' ? 'pick the first' : 'choose', '');
    other.replaceChildren(empty, ...names.filter(({ value }) => partners.has(value)).map(copyOf));
    other.disabled = one.value === '';
    if (partners.has(kept)) other.value = kept;
    else if (partners.size === 1) other.selectedIndex = 1;
    say();
  };
  one.addEventListener('input', limit);
  other.addEventListener('input', say);
  // Choosing must not take anyone away from the page: arrow keys pass through every name.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const pair = chosen();
    if (pair) location.assign(pair.link.href);
  });
  const asked = [readState('one'), readState('other')];
  // A browser may have kept what was chosen before; the address knows better.
  if (names.some(({ value }) => value === asked[0])) one.value = asked[0] ?? '';
  limit();
  if ([...other.options].some(({ value }) => value === asked[1])) other.value = asked[1] ?? '';
  say();
}

function copyOf({ text, value }: HTMLOptionElement): HTMLOptionElement {
  return new Option(text, value);
}
