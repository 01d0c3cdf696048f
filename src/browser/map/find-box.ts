import type { FoundPage } from './finder.ts';
import { make, makeButton } from './make.ts';

const MAX_FOUND = 8;

/** The box that finds a page by name and flies to it. */
export function wireFindBox(
  host: HTMLElement,
  signal: AbortSignal,
  find: (query: string, most: number) => Promise<FoundPage[]>,
  choose: (id: string) => void,
): void {
  const form = host.querySelector('#map-find') as HTMLFormElement;
  const box = host.querySelector('#map-find-box') as HTMLInputElement;
  const list = host.querySelector('#map-found') as HTMLElement;
  const said = host.querySelector('#map-found-said') as HTMLElement;
  let turn = 0;
  const pick = (id: string) => {
    list.replaceChildren();
    said.textContent = '';
    box.value = '';
    choose(id);
  };
  const show = async () => {
    const mine = ++turn;
    const query = box.value.trim();
    const found = query === '' ? [] : await find(query, MAX_FOUND).catch(() => undefined);
    if (mine !== turn || signal.aborted) return undefined;
    said.textContent = !found
      ? 'The index of names could not be loaded.'
      : query === ''
        ? ''
        : found.length === 0
          ? 'No page is called so.'
          : `${found.length} found`;
    list.replaceChildren(
      ...(found ?? []).map(({ id, title, kind }) =>
        make(
          'li',
          { class: `k-${kind}` },
          makeButton(title, () => pick(id), { class: 'plain link' }),
          ' ',
          make('span', { class: 'aside' }, kind),
        ),
      ),
    );
    return found?.[0];
  };
  box.addEventListener('input', () => void show(), { signal });
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      void show().then((first) => first && pick(first.id));
    },
    { signal },
  );
  form.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      list.replaceChildren();
      said.textContent = '';
      box.focus();
    },
    { signal },
  );
}
