import { readState, writeState } from '../address-state.ts';
import { copyOf, openClaims, record } from './open-claims.ts';

/** Ticked conditions mark the claims made under them, put them first where they stand, and list them. */
export function mount(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[type="checkbox"]')];
  const raised = form.querySelector('.raised');
  const label = (box: HTMLInputElement) => box.parentElement?.textContent?.trim() ?? '';
  const apply = async () => {
    const ticked = boxes.filter((box) => box.checked);
    writeState('if', ticked.map((box) => slugOf(label(box))).join(','));
    const claims = await record();
    await openClaims(document);
    const ids = [...new Set(ticked.flatMap((box) => box.value.split(' ')))].map(
      (slug) => `c-${slug.replace('/', '--')}`,
    );
    for (const claim of document.querySelectorAll<HTMLElement>('.said[data-of]')) {
      const marked = ids.includes(claim.dataset.of ?? '') && !claim.closest('.raised');
      claim.classList.toggle('marked', marked);
      if (marked) claim.parentElement?.prepend(claim);
    }
    for (const details of document.querySelectorAll('.opens')) {
      details.classList.toggle('marked', details.querySelector('.said.marked') !== null);
    }
    const list = document.createElement('ul');
    list.append(...ids.flatMap((id) => copyOf(claims, id) ?? []));
    raised?.replaceChildren(...(ids.length > 0 ? [list] : []));
  };
  const asked = readState('if')?.split(',') ?? [];
  for (const box of boxes) {
    if (!asked.includes(slugOf(label(box)))) continue;
    box.checked = true;
    const more = box.closest('details');
    if (more) more.open = true;
  }
  form.addEventListener('input', () => void apply());
  void apply();
}

function slugOf(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}
