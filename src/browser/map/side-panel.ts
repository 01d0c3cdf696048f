import type { ClaimPreview } from '../../wiki/views/contracts/claim-preview.ts';
import { linksOf } from './links-of.ts';
import { make, makeButton } from './make.ts';
import { MAX_DEPTH, type MapState } from './map-state.ts';
import { idOf, kindName, type MapWorld, pathOf } from './map-world.ts';

export interface PanelActions {
  base: string;
  select(row: number): void;
  change(change: Partial<MapState>): void;
  /** Selects nothing. */
  leave(): void;
  /** Makes the next choice the other end of a path. */
  join(): void;
}

/** Links shown of each kind before the rest is asked for. */
const FIRST_LINKS = 12;

/** What a row is, its evidence, what can be done with it, and its links by kind. */
export function fillPanel(
  panel: HTMLElement,
  world: MapWorld,
  state: MapState,
  row: number,
  actions: PanelActions,
): void {
  const kind = kindName(world, row);
  const id = idOf(world, row);
  const path = pathOf(world, row);
  const title = world.titles[row] ?? '';
  const evidence = world.evidence[row] as number;
  const year = world.year[row] as number;
  const head = make('h2', {}, path ? make('a', { href: actions.base + path }, title) : title);
  const facts = [
    row < world.pages && evidence > 0 ? `${evidence} ${evidence === 1 ? 'claim' : 'claims'}` : '',
    year > 0 ? `newest evidence ${year}` : '',
  ].filter(Boolean);
  const close = make('button', { type: 'button', class: 'map-close', 'aria-label': 'Close' }, '×');
  close.addEventListener('click', actions.leave);
  const parts: Node[] = [close, make('p', { class: `eyebrow k-${kind}` }, capital(kind)), head];
  if (facts.length > 0) parts.push(make('p', { class: 'aside' }, facts.join(', ')));
  if (row >= world.pages && id) parts.push(claimCard(id, actions));
  if (id && path) parts.push(doing(world, state, row, id, path, actions));
  for (const { kind: group, links } of linksOf(world, row)) {
    const many = world.paint.kinds[group]?.many ?? '';
    const list = make('ul');
    const show = (from: number, until: number) => {
      for (const { row: other, types } of links.slice(from, until)) {
        const words = types.map((type) => world.paint.edgeTypes[type]?.words ?? '').join(', ');
        const name = world.titles[other] ?? '…';
        list.append(
          make(
            'li',
            { class: `k-${kindName(world, other)}` },
            makeButton(name, () => actions.select(other), { class: 'plain link' }),
            ' ',
            make('span', { class: 'aside' }, words),
          ),
        );
      }
    };
    show(0, FIRST_LINKS);
    const box = make(
      'details',
      {},
      make('summary', {}, `${capital(many)} `, make('span', { class: 'n' }, String(links.length))),
      list,
    );
    if (links.length > FIRST_LINKS) {
      const more = makeButton(`All ${links.length}`, () => {
        show(FIRST_LINKS, links.length);
        more.remove();
      });
      box.append(more);
    }
    parts.push(box);
  }
  const first = parts.find((part) => part instanceof HTMLDetailsElement);
  if (first instanceof HTMLDetailsElement) first.open = true;
  panel.replaceChildren(...parts);
}

function doing(
  world: MapWorld,
  state: MapState,
  row: number,
  id: string,
  path: string,
  actions: PanelActions,
): HTMLElement {
  const line = make(
    'p',
    { class: 'map-actions' },
    make('a', { href: actions.base + path, class: 'map-open' }, 'Open the page'),
  );
  if (state.focus === id) {
    line.append(makeButton('Show all again', () => actions.change({ focus: undefined, depth: 1, at: undefined })));
    const depth = make('select', { 'aria-label': 'Steps around it' });
    for (let step = 1; step <= MAX_DEPTH; step++) {
      const option = make('option', { value: String(step) }, `${step} ${step === 1 ? 'step' : 'steps'}`);
      option.selected = step === state.depth;
      depth.append(option);
    }
    depth.addEventListener('change', () => actions.change({ depth: Number(depth.value) }));
    line.append(depth);
  } else line.append(makeButton('Focus on it', () => actions.change({ focus: id, depth: 1, at: undefined })));
  line.append(makeButton('How does it connect with …', actions.join));
  const isGuest = world.paint.kinds[world.kind[row] as number]?.name === 'guest';
  if (isGuest) {
    const isOn = state.guest === id;
    line.append(
      makeButton(isOn ? 'With everybody again' : 'Only with this guest', () =>
        actions.change({ guest: isOn ? undefined : id }),
      ),
    );
  }
  return line;
}

/** The claim’s words with who and when, and the second to hear it, from the small file of its episode. */
function claimCard(id: string, { base }: PanelActions): HTMLElement {
  const [episode = '', claim = ''] = id.slice(id.indexOf(':') + 1).split('/');
  const card = make('div', { class: 'map-claim' });
  void fetch(`${base}episodes/${episode}/claims.json`)
    .then((response) => response.json() as Promise<Record<string, ClaimPreview>>)
    .then(
      (claims) => {
        const said = claims[claim];
        if (!said) return;
        const by = make(
          'p',
          { class: 'claim-by' },
          make('span', { class: 'who' }, said.guest),
          make('span', {}, said.episode),
        );
        const item = make('li', said.asked === undefined ? {} : { 'data-asked': String(said.asked) }, by);
        if (said.listen) by.append(make('a', { class: 'tc', href: said.listen, rel: 'noopener' }, said.time));
        card.append(make('p', {}, said.text), make('moment-player' as 'div', {}, make('ul', {}, item)));
      },
      () => card.remove(),
    );
  return card;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
