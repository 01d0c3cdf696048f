import './paths.css';
import { type PathMap, pathMap } from '../../wiki/views/contracts/path-map.ts';
import { type FoundPath, pathsBetween, stepWords } from '../../wiki/views/contracts/paths.ts';
import { readState } from '../address-state.ts';
import { pageFinder } from '../map/finder.ts';
import { mapFiles } from '../map/load-map.ts';
import { make } from '../map/make.ts';

/** The page "how do these connect?": both ends are in its address; the map is fetched once both are there. */

/** So many ways are read. */
const MAX_PATHS = 5;
/** Names offered while typing. */
const MAX_NAMES = 12;
/** Parts of the map asked for at once. */
const AT_ONCE = 6;

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
    const world = await loadMap((share) => say(`Loading the map, ${Math.round(share * 100)} %…`));
    const rows: number[] = [];
    for (const [box, name] of [
      [from, one],
      [to, other],
    ] as const) {
      const row = world.rowOf(name) ?? world.rowOf((await find(name, 1))[0]?.id ?? '');
      if (row === undefined) return say(`No page is called “${name}”.`);
      if (box) box.value = world.place(row).title;
      rows.push(row);
    }
    const [start, end] = rows as [number, number];
    const titles = rows.map((row) => world.place(row).title);
    document.title = `${titles.join(' – ')} · ${document.title}`;
    if (start === end) return say('Both ends are the same page: say two.');
    const found = pathsBetween(world.graph, start, end, MAX_PATHS);
    say(
      found.length === 0
        ? `Nothing joins ${titles[0]} and ${titles[1]}.`
        : `${found.length === 1 ? 'One way' : `${found.length} ways`} from ${titles[0]} to ${titles[1]}, the most telling first.`,
    );
    (results as HTMLElement).replaceChildren(...found.map((path) => drawn(world, path)));
  }

  async function loadMap(report: (share: number) => void): Promise<PathMap> {
    const files = mapFiles(map, leaving.signal);
    const paint = await files.paint();
    const chunks = [];
    const count = paint.chunks.length;
    for (let first = 0; first < count; first += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => first + index);
      chunks.push(...(await Promise.all(some.map((index) => files.chunk(paint, index)))));
      report(chunks.length / count);
    }
    return pathMap(paint, chunks);
  }

  function drawn(world: PathMap, path: FoundPath): HTMLElement {
    const link = (row: number) => {
      const { title, path: address } = world.place(row);
      return make('a', { class: 'link', href: base + address }, title);
    };
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
              : [
                  make(
                    'span',
                    { class: 'aside' },
                    stepWords(world.typeOf(before), world.startsAt(before, path.rows[index - 1] as number)),
                  ),
                  ' ',
                ];
          return make('li', { class: `k-${world.place(row).kind}` }, ...words, link(row));
        }),
      ),
    );
  }
}
