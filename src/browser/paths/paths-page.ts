import './paths.css';
import type { FoundPath } from '../../wiki/views/contracts/paths.ts';
import { readState } from '../address-state.ts';
import { chunkLoader } from '../map/chunk-loader.ts';
import { pageFinder } from '../map/finder.ts';
import { mapFiles } from '../map/load-map.ts';
import { make, makeButton } from '../map/make.ts';
import { pathWords } from '../map/map-paths.ts';
import { kindName, type MapWorld, openWorld, pathOf } from '../map/map-world.ts';
import { findWays } from './find-ways.ts';

/** The page "how do these connect?": both ends are in its address; the map is fetched once both are there. */

/** So many ways are read. */
const MAX_PATHS = 5;
/** Names offered while typing. */
const MAX_NAMES = 12;

const form = document.querySelector<HTMLFormElement>('#paths-form');
const said = document.querySelector<HTMLElement>('#paths-said');
const results = document.querySelector<HTMLElement>('#paths-found');
const [from, to] = form?.querySelectorAll<HTMLInputElement>('input') ?? [];

if (form && said && results && from && to) {
  const { base = '/', map = '' } = form.dataset;
  const leaving = new AbortController();
  addEventListener('pagehide', () => leaving.abort(), { once: true });
  const find = pageFinder(base, leaving.signal);
  for (const box of [from, to]) {
    const names = document.querySelector<HTMLDataListElement>(`#${box.getAttribute('list')}`);
    box.addEventListener('input', async () => {
      const asked = box.value;
      const found = await find(asked, MAX_NAMES).catch(() => []);
      // An answer to what is no longer asked comes too late.
      if (box.value === asked)
        names?.replaceChildren(...found.map(({ title, kind }) => make('option', { value: title }, kind)));
    });
  }
  form.querySelector('[data-swap]')?.addEventListener('click', () => {
    [from.value, to.value] = [to.value, from.value];
    if (from.value && to.value) form.requestSubmit();
  });
  from.value = readState('from') ?? '';
  to.value = readState('to') ?? '';
  if (from.value && to.value) {
    connect(from.value, to.value).catch((problem: Error) => {
      if (!leaving.signal.aborted) said.textContent = `This could not be answered: ${problem.message}`;
    });
  } else if (from.value) to.focus();

  async function connect(one: string, other: string): Promise<void> {
    const say = (words: string) => {
      (said as HTMLElement).textContent = words;
    };
    say('Loading the map…');
    const files = mapFiles(map, leaving.signal);
    const world = openWorld(await files.paint());
    const loader = chunkLoader(world, files);
    const rows: number[] = [];
    for (const [box, name] of [
      [from, one],
      [to, other],
    ] as const) {
      const row = (await loader.find(name)) ?? (await loader.find((await find(name, 1))[0]?.id ?? ''));
      if (row === undefined) return say(`No page is called “${name}”.`);
      if (box) box.value = world.titles[row] as string;
      rows.push(row);
    }
    const [start, end] = rows as [number, number];
    const titles = rows.map((row) => world.titles[row] as string);
    document.title = `${titles.join(' – ')} · ${document.title}`;
    if (start === end) return say('Both ends are the same page: say two.');
    let { found, isWhole } = await findWays(world, loader, start, end, MAX_PATHS);
    const show = (part: string) => {
      say(
        found.length === 0
          ? `Nothing joins ${titles[0]} and ${titles[1]}${part}.`
          : `${found.length === 1 ? 'One way' : `${found.length} ways`} from ${titles[0]} to ${titles[1]}${part}, the most telling first.`,
      );
      (results as HTMLElement).replaceChildren(...found.map((path) => drawn(world, path)));
    };
    if (isWhole) return show('');
    show(' in the parts of the map around them');
    const whole = makeButton('Search the whole map', async () => {
      whole.remove();
      say('Loading the map…');
      ({ found } = await findWays(world, loader, start, end, MAX_PATHS, Number.POSITIVE_INFINITY));
      show('');
    });
    said?.append(' ', whole);
  }

  function drawn(world: MapWorld, path: FoundPath): HTMLElement {
    const link = (row: number) =>
      make('a', { class: 'link', href: base + pathOf(world, row) }, world.titles[row] ?? '');
    const middles = path.rows.length - 2;
    return make(
      'li',
      {},
      make(
        'p',
        { class: 'aside' },
        middles === 0 ? 'Directly' : middles === 1 ? 'By way of one page' : `By way of ${middles} pages`,
      ),
      make(
        'ol',
        { class: 'path-steps' },
        ...path.rows.map((row, index) => {
          const before = path.links[index - 1];
          const words =
            before === undefined
              ? []
              : [make('span', { class: 'aside' }, pathWords(world, before, path.rows[index - 1] as number)), ' '];
          return make('li', { class: `k-${kindName(world, row)}` }, ...words, link(row));
        }),
      ),
    );
  }
}
