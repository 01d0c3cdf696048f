import { readState, writeState } from '../address-state.ts';

/** Two guests side by side. Who they are stands in the address. */
export function mount(form: HTMLFormElement): void {
  const selects = [...form.querySelectorAll('select')];
  const blocks = [...document.querySelectorAll<HTMLElement>('.guest')];
  const frame = document.querySelector('.guests');
  const apply = () => {
    const chosen = [...new Set(selects.map((select) => select.value).filter(Boolean))];
    for (const block of blocks) {
      const at = chosen.indexOf(block.id.slice(2));
      block.hidden = chosen.length > 0 && at === -1;
      block.style.order = String(Math.max(0, at));
      const says = block.querySelector('details');
      if (says && chosen.length > 0 && at !== -1) says.open = true;
    }
    frame?.classList.toggle('pair', chosen.length > 0);
    writeState('guests', chosen.join(','));
  };
  const known = new Set(blocks.map((block) => block.id.slice(2)));
  const asked = (readState('guests')?.split(',') ?? []).filter((slug) => known.has(slug));
  for (const [index, slug] of asked.entries()) if (selects[index]) selects[index].value = slug;
  form.addEventListener('input', apply);
  apply();
}
