import { readState, writeState } from '../address-state.ts';

/** Sorts and hides criteria. The order and what is hidden stand in the address. */
export function mount(form: HTMLFormElement): void {
  const body = document.querySelector('.matrix tbody');
  const select = form.querySelector('select');
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[name="show"]')];
  const output = form.querySelector('output');
  if (!body || !select) return;
  const rows = [...body.querySelectorAll<HTMLTableRowElement>(':scope > tr')];
  const name = (row: HTMLTableRowElement) => row.querySelector('th a')?.textContent ?? '';
  const weight = (row: HTMLTableRowElement) => Number(row.dataset.claims);
  const orders: Record<string, (left: HTMLTableRowElement, right: HTMLTableRowElement) => number> = {
    name: (left, right) => name(left).localeCompare(name(right)),
    evidence: (left, right) => weight(right) - weight(left),
    difference: (left, right) => Number('decides' in right.dataset) - Number('decides' in left.dataset),
  };

  const apply = () => {
    const order = orders[select.value];
    body.append(...(order ? [...rows].sort(order) : rows));
    const hidden = boxes.filter((box) => !box.checked).map((box) => box.value);
    for (const row of rows) row.hidden = hidden.includes(row.id.slice(2));
    writeState('sort', select.value);
    writeState('hide', hidden.join(','));
    if (output) output.textContent = hidden.length > 0 ? `${rows.length - hidden.length} of ${rows.length} shown` : '';
  };

  const sort = readState('sort');
  if (sort && sort in orders) select.value = sort;
  const hide = readState('hide')?.split(',') ?? [];
  for (const box of boxes) if (hide.includes(box.value)) box.checked = false;
  form.addEventListener('input', apply);
  apply();
}
