import type { FoundPath } from '../../wiki/views/contracts/paths.ts';
import { onTrail, pageAddress } from './address.ts';
import { chunkLoader } from './chunk-loader.ts';
import { fillColourKey } from './colour-key.ts';
import { wireControls } from './controls.ts';
import { coveredFoot } from './covered-foot.ts';
import { wireFindBox } from './find-box.ts';
import { pageFinder } from './finder.ts';
import { openGround } from './ground.ts';
import { wireKeys } from './keys.ts';
import { rowWords } from './links-of.ts';
import { listedSpots } from './listed-spots.ts';
import type { MapFiles } from './load-map.ts';
import { mapPaths } from './map-paths.ts';
import { type MapState, sameFilters, selecting } from './map-state.ts';
import { addTitles, around, idOf, openWorld, pathOf } from './map-world.ts';
import { pathList } from './path-list.ts';
import { wirePointer } from './pointer.ts';
import { fillPanel } from './side-panel.ts';
import { fillTable, MAX_TABLE_ROWS } from './table-twin.ts';
import { fillTrail } from './trail-line.ts';
import { rowOf, shownTypes } from './visible-rows.ts';

/** Chunks fetched at once because they came into view, or stand in the table. */
const CHUNKS_IN_VIEW = 6;

/** Ways shown. */
const MOST_PATHS = 3;

/** Brings the explorer to life; answers how to take it down, with everything it holds. */
export async function mountExplorer(host: HTMLElement, files: MapFiles, base: string): Promise<() => void> {
  const abort = new AbortController();
  const { signal } = abort;
  const part = <T extends HTMLElement>(id: string) => host.querySelector(`#${id}`) as T;
  const canvas = part('map-canvas');
  const panel = part('map-panel');
  const table = document.getElementById('map-table') as HTMLElement;
  const say = (words: string) => {
    part('map-said').textContent = words;
  };

  const world = openWorld(await files.paint());
  // Chunks have titles too: without this file they only come later.
  const titled = files.titles(world.paint).then(
    (titles) => addTitles(world, titles),
    () => {},
  );
  const loader = chunkLoader(world, files);
  const address = pageAddress();
  let { state, trail } = address.read();
  for (const id of [state.focus, state.select, state.to, state.guest]) if (id !== undefined) await loader.find(id);

  let hovered: number | undefined;
  /** Ways from the selected to the other end, the best first. */
  let ways: readonly FoundPath[] = [];
  /** Whether the next row that is chosen is the other end of a path. */
  let isJoining = false;
  const selected = () => rowOf(world, state.select);
  const ground = openGround(host, canvas, world, state, {
    onPressed: (row) => (row === undefined ? go(selecting(state, undefined)) : void select(row)),
    onMoved: () => table.setAttribute('aria-busy', 'true'),
    onSettled() {
      if (signal.aborted) return;
      state = { ...state, at: ground.stage.place() };
      address.replace(state, trail);
      void settle();
    },
  });
  /** Rows of the list of spots that is pointed out. */
  let spots: readonly number[] = [];
  const relight = () => ground.light(state, hovered, hovered === undefined ? ways[0] : undefined, spots);
  const reshow = () => {
    ground.reshow(state);
    relight();
  };

  /** Brings what belongs to the place where the camera rests. The table is busy until then. */
  async function settle(): Promise<void> {
    table.setAttribute('aria-busy', 'true');
    await titled;
    await showClaims();
    if (!signal.aborted) await retable();
    if (!ground.isMoving()) table.setAttribute('aria-busy', 'false');
  }

  /** Claims of what is in view come when the reader is close, and go again. */
  async function showClaims(): Promise<void> {
    const isClose = ground.isClose();
    const isNew = (isClose || state.focus !== undefined) && (await loader.need(ground.inView(), CHUNKS_IN_VIEW));
    if (signal.aborted) return;
    const { deferred } = ground.visible();
    if (isNew || (state.focus === undefined && isClose !== deferred > 0)) reshow();
  }

  async function retable(): Promise<void> {
    const rows = ground.inView();
    const first = rows.slice(0, MAX_TABLE_ROWS);
    const fill = () => fillTable(table, world, first, rows.length, base, (row) => void select(row));
    fill();
    if ((await loader.need(first, CHUNKS_IN_VIEW)) && !signal.aborted) {
      fill();
      reshow();
    }
  }

  /** Points out the spots of the state's list, as the page lists them. */
  async function respot(): Promise<void> {
    const { spots: name } = state;
    const rows = await listedSpots(loader, name);
    if (signal.aborted || state.spots !== name) return;
    spots = rows;
    if (rows.length > 0) say(`Pointed out: ${rows.map((row) => world.titles[row]).join(', ')}.`);
    if (spots.length > 0) reshow();
    else relight();
  }

  /** Finds how the selected and the other end connect. */
  function rejoin(): void {
    const [from, to] = [selected(), rowOf(world, state.to)];
    ways =
      from === undefined || to === undefined ? [] : mapPaths(world, from, to, MOST_PATHS, shownTypes(world, state));
  }

  function join(): void {
    isJoining = true;
    const words = 'Choose the other end: press it on the map, or find it by name.';
    say(words);
    part('map-note').textContent = words;
  }

  /** Shows the panel of the selection, again when the chunks of its neighbours are here. */
  async function repanel(): Promise<void> {
    const [row, to] = [selected(), rowOf(world, state.to)];
    panel.hidden = row === undefined;
    if (row === undefined) {
      panel.replaceChildren();
      return;
    }
    const choose = (other: number) => void select(other);
    const fill = () => {
      fillPanel(panel, world, state, row, {
        base,
        select: choose,
        change: (change) => go({ ...state, ...change }),
        leave() {
          go(selecting(state, undefined));
          // The button goes with the panel.
          canvas.focus({ preventScroll: true });
        },
        join,
      });
      if (to === undefined) return;
      const list = pathList(world, to, ways, choose, () => go(selecting(state, state.select)));
      panel.querySelector('.map-actions')?.after(list);
    };
    fill();
    const neighbours = ground.neighbours(state, row);
    say(rowWords(world, row, new Set(neighbours).size));
    const others = to === undefined ? [] : [...around(world.edges, to)].map(([other]) => other);
    const isNew = await loader.need([...neighbours, ...others], CHUNKS_IN_VIEW);
    await loader.need(ways.flatMap(({ rows }) => rows));
    if (signal.aborted || selected() !== row || rowOf(world, state.to) !== to || !(isNew || to !== undefined)) return;
    rejoin();
    fill();
    reshow();
  }

  const retrail = () => fillTrail(part('map-trail'), world, trail, (row) => void select(row));

  async function select(row: number, isNear = false): Promise<void> {
    await loader.need([row]);
    const id = idOf(world, row);
    if (signal.aborted || id === undefined) return;
    hovered = undefined;
    part('map-note').textContent = '';
    const isEnd = isJoining && state.select !== undefined && state.select !== id;
    isJoining = false;
    if (!isEnd) trail = onTrail(trail, id);
    go(isEnd ? { ...state, to: id } : selecting(state, id));
    ground.bringIn(row, isNear, coveredFoot(canvas, panel));
  }

  /** The next state, with an entry in the history. */
  function go(next: MapState): void {
    const before = state;
    state = next;
    address.push(state, trail);
    follow(before);
  }

  function showState(): void {
    show(state);
    fillColourKey(part('map-key'), host, world, state, ground.palette(), (change) => go({ ...state, ...change }));
  }

  /** Shows what has changed since a state. */
  function follow(before: MapState): void {
    showState();
    rejoin();
    if (!sameFilters(before, state)) void refilter(before);
    else if (before.colour !== state.colour) ground.recolour(state);
    else if (ground.visible().isForced || [state.select, state.to].some((id) => isHidden(id))) reshow();
    relight();
    if (before.spots !== state.spots) void respot();
    void repanel();
    retrail();
  }

  function isHidden(id: string | undefined): boolean {
    const row = rowOf(world, id);
    return row !== undefined && ground.visible().rows[row] !== 1;
  }

  async function refilter(before: MapState): Promise<void> {
    await loader.need([state.focus, state.guest].flatMap((id) => rowOf(world, id) ?? []));
    const focus = rowOf(world, state.focus);
    if (focus !== undefined)
      await loader.need(
        [...around(world.edges, focus)].map(([other]) => other),
        CHUNKS_IN_VIEW,
      );
    if (signal.aborted) return;
    reshow();
    if (state.focus !== before.focus || state.depth !== before.depth) {
      if (focus === undefined) ground.whole();
      else ground.fit();
    }
    void settle();
    const { pages, deferred } = ground.visible();
    say(`${pages} pages${deferred > 0 ? ` and ${deferred} claims` : ''} shown`);
  }

  const show = wireControls(host, world, signal, () => state, go);
  wireFindBox(host, signal, pageFinder(base, signal), (id) => {
    void loader.find(id).then((row) => (row === undefined ? undefined : select(row, true)));
    canvas.focus();
  });
  wirePointer(canvas, signal, ground.under, (row) => {
    hovered = row;
    relight();
    if (row !== undefined) void loader.need([row]).then((isNew) => isNew && !signal.aborted && reshow());
  });
  wireKeys(canvas, signal, world.places, {
    selected,
    neighbours: (row) => ground.neighbours(state, row),
    first: () => ground.inView()[0],
    select: (row) => void select(row),
    say,
    zoom: ground.stage.zoom,
    whole: ground.whole,
    open(row) {
      const path = pathOf(world, row);
      if (path) location.assign(base + path);
    },
    back: () => address.canGoBack() && history.back(),
    leave: () => go(selecting(state, undefined)),
  });
  const press = (id: string, act: () => void) => part(id).addEventListener('click', act, { signal });
  press('map-in', () => ground.stage.zoom(1 / 1.5));
  press('map-out', () => ground.stage.zoom(1.5));
  press('map-whole', ground.whole);
  press('map-random', () => {
    const pages = [...ground.visible().order].filter((row) => row < world.pages);
    const row = pages[Math.floor(Math.random() * pages.length)];
    if (row !== undefined) void select(row, true);
  });
  const goBack = () => {
    const before = state;
    ({ state, trail } = address.read());
    follow(before);
    if (state.at) ground.stage.fly(state.at);
  };
  addEventListener('popstate', goBack, { signal });
  const repaint = () => {
    ground.recolour(state);
    showState();
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint, { signal });
  const themes = new MutationObserver(repaint);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });

  showState();
  rejoin();
  const focus = rowOf(world, state.focus);
  if (focus !== undefined)
    await loader.need(
      [...around(world.edges, focus)].map(([other]) => other),
      CHUNKS_IN_VIEW,
    );
  reshow();
  const start = selected();
  if (state.at) ground.stage.fly(state.at);
  else if (focus !== undefined) ground.fit();
  else if (start !== undefined) ground.bringIn(start, false, coveredFoot(canvas, panel));
  await repanel();
  await respot();
  retrail();
  host.dataset.state = 'ready';
  void titled.then(() => !signal.aborted && reshow());
  void settle();

  return () => {
    abort.abort();
    table.removeAttribute('aria-busy');
    themes.disconnect();
    ground.kill();
    host.dataset.state = 'waiting';
  };
}
