import type { FoundPath } from '../../wiki/views/contracts/paths.ts';
import { onTrail, pageAddress } from './address.ts';
import { chunkLoader } from './chunk-loader.ts';
import { wireControls } from './controls.ts';
import { type Above, drawAbove, type Lit } from './draw-above.ts';
import { wireFindBox } from './find-box.ts';
import { pageFinder } from './finder.ts';
import { drawnKinds, readLegend, STROKES } from './legend.ts';
import { lineRuns } from './line-runs.ts';
import { rowWords } from './links-of.ts';
import type { MapFiles } from './load-map.ts';
import { colours, radii } from './looks.ts';
import { makeButton } from './make.ts';
import { mapPaths } from './map-paths.ts';
import { type MapState, sameFilters, selecting } from './map-state.ts';
import { around, idOf, type MapWorld, openWorld, pathOf } from './map-world.ts';
import { readPalette } from './palette.ts';
import { pathList } from './path-list.ts';
import type { Scene } from './scene.ts';
import { fillPanel } from './side-panel.ts';
import { nearestRow, rowsWithin, spotGrid } from './spot-grid.ts';
import { openStage } from './stage.ts';
import { fillTable, MAX_TABLE_ROWS } from './table-twin.ts';
import { rowOf, shownTypes, visibleRows } from './visible-rows.ts';
import { type Arrow, DIRECTIONS, neighbourTowards } from './walk.ts';

/** Claims appear when less than this share of the map is in view. */
const CLAIMS_RATIO = 0.3;
/** Chunks fetched at once because they came into view, or stand in the table. */
const CHUNKS_IN_VIEW = 6;
/** How far from a mark a press still means it, in pixels. */
const REACH_PX = 10;
/** After a move the address, the table and what is in view follow. */
const SETTLE_MS = 250;
/** Lines drawn while the map moves; all of them when it rests. */
const MOVING_LINES = 6000;
/** Share of the map in view after flying to a page. */
const CLOSE_RATIO = 0.25;

/** Brings the explorer to life; answers how to take it down, with everything it holds. */
export async function mountExplorer(host: HTMLElement, files: MapFiles, base: string): Promise<() => void> {
  const abort = new AbortController();
  const { signal } = abort;
  const part = <T extends HTMLElement>(id: string) => host.querySelector(`#${id}`) as T;
  const canvas = part('map-canvas');
  const panel = part('map-panel');
  const said = part('map-said');
  const table = document.getElementById('map-table') as HTMLElement;

  const world: MapWorld = openWorld(await files.paint());
  const loader = chunkLoader(world, files);
  const address = pageAddress();
  let { state, trail } = address.read();
  const wanted = [state.focus, state.select, state.to, state.guest].filter((id) => id !== undefined);
  for (const id of wanted) await loader.find(id);

  const legend = readLegend(host);
  const kinds = drawnKinds(legend, world.paint.edgeTypes);
  const kindNames = world.paint.kinds.map(({ name }) => name);
  let palette = readPalette(host, kindNames);
  let visible = visibleRows(world, state, false);
  let grid = spotGrid(world.places, visible.order);
  let hovered: number | undefined;
  let lit: Lit | undefined;
  let isMoving = false;
  /** Ways from the selected to the other end, the best first. */
  let ways: readonly FoundPath[] = [];
  /** Whether the next row that is chosen is the other end of a path. */
  let isJoining = false;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const scene: Scene = {
    places: world.places as Float32Array<ArrayBuffer>,
    colours: new Uint8Array(),
    radii: new Float32Array(),
    marks: new Uint8Array(),
    rows: new Uint32Array(),
    lines: { ends: new Uint32Array(), runs: [] },
    ink: palette.ink,
    paper: palette.paper,
    mostLines: Number.POSITIVE_INFINITY,
  };
  const selected = () => rowOf(world, state.select);
  const above = (): Above => ({
    world,
    stage,
    palette,
    kinds,
    order: visible.order,
    lit,
    selected: selected(),
    hovered,
  });
  const stage = openStage(
    canvas,
    world.extent,
    () => Object.assign(scene, { mostLines: isMoving ? MOVING_LINES : Number.POSITIVE_INFINITY }),
    {
      onDrawn: (brush) => drawAbove(brush, above()),
      onMoved() {
        isMoving = true;
        clearTimeout(settling);
        settling = setTimeout(settle, SETTLE_MS);
      },
      onPressed(x, y) {
        const row = under(x, y);
        if (row === undefined) go(selecting(state, undefined), 'push');
        else void select(row);
      },
    },
  );

  function under(x: number, y: number): number | undefined {
    const at = stage.toMap(x, y);
    const nearest = nearestRow(grid, world.places, at.x, at.y, (REACH_PX + 24) / stage.scale());
    if (nearest === undefined) return undefined;
    const spot = stage.toScreen(world.places[2 * nearest] as number, world.places[2 * nearest + 1] as number);
    return Math.hypot(spot.x - x, spot.y - y) <= Math.max(REACH_PX, stage.radius(nearest) + 4) ? nearest : undefined;
  }

  /** What is shown, after filters changed or a chunk came. */
  function reshow(): void {
    visible = visibleRows(world, state, stage.place().ratio < CLAIMS_RATIO);
    grid = spotGrid(world.places, visible.order);
    const { width, height } = stage.size();
    scene.places = world.places.slice() as Float32Array<ArrayBuffer>;
    scene.marks = Uint8Array.from(world.kind, (kind) => legend.markOf.get(kindNames[kind] as string) ?? 1);
    scene.radii = radii(world, Math.min(width, height) ** 2) as Float32Array<ArrayBuffer>;
    // Those in front are drawn last.
    scene.rows = visible.order.slice().reverse() as Uint32Array<ArrayBuffer>;
    scene.lines = lineRuns(
      world.edges,
      visible.rows,
      world.importance,
      shownTypes(world, state),
      kinds.strokeOf,
      STROKES.length,
    );
    recolour();
  }

  function recolour(): void {
    scene.colours = colours(world, state.colour, palette) as Uint8Array<ArrayBuffer>;
    scene.ink = palette.ink;
    scene.paper = palette.paper;
    relight();
  }

  /** Lights the hovered or selected with its neighbours, or the best way between two; dims the rest. */
  function relight(): void {
    const row = hovered ?? selected();
    const way = hovered === undefined ? ways[0] : undefined;
    if (way) lit = { main: selected(), rows: new Set(way.rows), edges: way.links };
    else if (row === undefined || visible.rows[row] !== 1) lit = undefined;
    else {
      const types = shownTypes(world, state);
      const links = [...around(world.edges, row)].filter(
        ([other, edge]) => visible.rows[other] === 1 && types[world.edges.type[edge] as number],
      );
      lit = { main: row, rows: new Set([row, ...links.map(([other]) => other)]), edges: links.map(([, edge]) => edge) };
    }
    canvas.classList.toggle('lit', lit !== undefined);
    stage.draw();
  }

  /** Finds how the selected and the other end connect. */
  function rejoin(): void {
    const [from, to] = [selected(), rowOf(world, state.to)];
    ways = from === undefined || to === undefined ? [] : mapPaths(world, from, to, shownTypes(world, state));
  }

  /** After the camera came to rest: the address, claims in view, the table. */
  function settle(): void {
    isMoving = false;
    if (signal.aborted) return;
    state = { ...state, at: stage.place() };
    address.replace(state, trail);
    const ratio = stage.place().ratio;
    if (ratio < CLAIMS_RATIO || state.focus) {
      void loader
        .need(inView(), CHUNKS_IN_VIEW)
        .then((isNew) => !signal.aborted && (isNew || visible.deferred === 0) && reshow());
    }
    if (ratio >= CLAIMS_RATIO && !state.focus && visible.deferred > 0) reshow();
    stage.draw();
    void retable();
  }

  function inView(): number[] {
    const { width, height } = stage.size();
    const [low, high] = [stage.toMap(0, height), stage.toMap(width, 0)];
    const isIn = (row: number) => {
      const [x, y] = [world.places[2 * row] as number, world.places[2 * row + 1] as number];
      return x >= low.x && x <= high.x && y >= low.y && y <= high.y;
    };
    const rows = [...rowsWithin(grid, low.x, low.y, high.x, high.y)].filter(isIn);
    const place = new Map([...visible.order].map((row, index) => [row, index]));
    return rows.sort((left, right) => (place.get(left) as number) - (place.get(right) as number));
  }

  async function retable(): Promise<void> {
    const rows = inView();
    const first = rows.slice(0, MAX_TABLE_ROWS);
    const fill = () => fillTable(table, world, first, rows.length, base, (row) => void select(row));
    fill();
    if ((await loader.need(first, CHUNKS_IN_VIEW)) && !signal.aborted) {
      fill();
      stage.draw();
    }
  }

  /** Shows the panel of the selection, once the chunks of its neighbours are here. */
  async function repanel(): Promise<void> {
    const row = selected();
    panel.hidden = row === undefined;
    if (row === undefined) {
      panel.replaceChildren();
      return;
    }
    const to = rowOf(world, state.to);
    const fill = () => {
      fillPanel(panel, world, state, row, {
        base,
        select: (other) => void select(other),
        change: (change) => go({ ...state, ...change }, 'push'),
        join() {
          isJoining = true;
          said.textContent = 'Choose the other end: press it on the map, or find it by name.';
          part('map-note').textContent = said.textContent;
        },
      });
      if (to === undefined) return;
      const list = pathList(
        world,
        to,
        ways,
        (other) => void select(other),
        () => go(selecting(state, state.select), 'push'),
      );
      panel.querySelector('.map-actions')?.after(list);
    };
    fill();
    const types = shownTypes(world, state);
    const neighbours = [...around(world.edges, row)]
      .filter(([, edge]) => types[world.edges.type[edge] as number])
      .map(([other]) => other);
    said.textContent = rowWords(world, row, new Set(neighbours).size);
    const others = to === undefined ? [] : [...around(world.edges, to)].map(([other]) => other);
    const isNew = await loader.need([...neighbours, ...others], CHUNKS_IN_VIEW);
    await loader.need(ways.flatMap(({ rows }) => rows));
    if (signal.aborted || selected() !== row || rowOf(world, state.to) !== to || !(isNew || to !== undefined)) return;
    rejoin();
    fill();
    reshow();
  }

  function retrail(): void {
    const line = part('map-trail');
    line.hidden = trail.length < 2;
    line.replaceChildren(
      makeButton('Back', () => history.back()),
      ...trail.slice(0, -1).map((id) => {
        const row = rowOf(world, id);
        return makeButton(
          (row === undefined ? undefined : world.titles[row]) ?? id,
          () => row !== undefined && void select(row),
        );
      }),
    );
  }

  async function select(row: number, isNear = false): Promise<void> {
    await loader.need([row]);
    const id = idOf(world, row);
    if (signal.aborted || id === undefined) return;
    hovered = undefined;
    part('map-note').textContent = '';
    if (isJoining && state.select !== undefined && state.select !== id) go({ ...state, to: id }, 'push');
    else {
      trail = onTrail(trail, id);
      go(selecting(state, id), 'push');
    }
    isJoining = false;
    bringIn(row, isNear);
  }

  /** Flies to what is out of view; or to what was asked for by name, closer. */
  function bringIn(row: number, isNear: boolean): void {
    const [x, y] = [world.places[2 * row] as number, world.places[2 * row + 1] as number];
    const spot = stage.toScreen(x, y);
    const { width, height } = stage.size();
    const margin = Math.min(width, height) / 8;
    const isIn = spot.x > margin && spot.y > margin && spot.x < width - margin && spot.y < height - margin;
    if (isIn && !isNear) return;
    stage.fly({ x, y, ratio: isNear ? Math.min(stage.place().ratio, CLOSE_RATIO) : stage.place().ratio });
  }

  function go(next: MapState, how: 'push' | 'replace'): void {
    const before = state;
    state = next;
    address[how](state, trail);
    follow(before);
  }

  /** Shows what has changed since a state. */
  function follow(before: MapState): void {
    show(state);
    rejoin();
    if (!sameFilters(before, state)) {
      void loader.need([state.focus, state.guest].flatMap((id) => rowOf(world, id) ?? [])).then(() => {
        if (signal.aborted) return;
        reshow();
        if (state.focus !== before.focus || state.depth !== before.depth) void refocus();
        void retable();
        said.textContent = `${visible.pages} pages${visible.deferred > 0 ? ` and ${visible.deferred} claims` : ''} shown`;
      });
    } else if (before.colour !== state.colour) recolour();
    else if (before.select !== state.select || before.to !== state.to) reshow();
    void repanel();
    retrail();
  }

  /** What a focus shows fills the view. */
  async function refocus(): Promise<void> {
    const focus = rowOf(world, state.focus);
    if (focus === undefined) {
      stage.fly(wholeMap());
      return;
    }
    if (
      await loader.need(
        [...around(world.edges, focus)].map(([other]) => other),
        CHUNKS_IN_VIEW,
      )
    )
      reshow();
    if (signal.aborted) return;
    let [left, right, low, high] = [1, 0, 1, 0];
    for (const row of visible.order) {
      const [x, y] = [world.places[2 * row] as number, world.places[2 * row + 1] as number];
      [left, right, low, high] = [Math.min(left, x), Math.max(right, x), Math.min(low, y), Math.max(high, y)];
    }
    stage.fly({
      x: (left + right) / 2,
      y: (low + high) / 2,
      ratio: Math.min(1, Math.max(0.05, 1.15 * Math.max(right - left, high - low))),
    });
  }

  function wholeMap() {
    return { x: 0.5, y: 0.5, ratio: 1 };
  }

  const show = wireControls(
    host,
    world,
    signal,
    () => state,
    (next) => go(next, 'push'),
  );
  wireFindBox(host, signal, pageFinder(base, signal), (id) => {
    void loader.find(id).then((row) => (row === undefined ? undefined : select(row, true)));
    canvas.focus();
  });

  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      const box = canvas.getBoundingClientRect();
      const row = under(event.clientX - box.left, event.clientY - box.top);
      if (row === hovered) return;
      hovered = row;
      canvas.classList.toggle('over', row !== undefined);
      relight();
      if (row !== undefined) void loader.need([row]).then((isNew) => isNew && !signal.aborted && stage.draw());
    },
    { signal },
  );
  canvas.addEventListener(
    'pointerleave',
    () => {
      hovered = undefined;
      relight();
    },
    { signal },
  );

  canvas.addEventListener(
    'keydown',
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const row = selected();
      const keys: Record<string, () => void> = {
        '+': () => stage.zoom(1 / 1.5),
        '=': () => stage.zoom(1 / 1.5),
        '-': () => stage.zoom(1.5),
        '0': () => stage.fly(wholeMap()),
        Enter: () => {
          const path = row === undefined ? undefined : pathOf(world, row);
          if (path) location.assign(base + path);
        },
        Backspace: () => trail.length > 0 && history.back(),
        Escape: () => go(selecting(state, undefined), 'push'),
      };
      if (event.key in DIRECTIONS) {
        event.preventDefault();
        if (row === undefined) {
          const [first] = inView();
          if (first !== undefined) void select(first);
          return;
        }
        const types = shownTypes(world, state);
        const neighbours = [...around(world.edges, row)]
          .filter(([other, edge]) => visible.rows[other] === 1 && types[world.edges.type[edge] as number])
          .map(([other]) => other);
        const next = neighbourTowards(world.places, row, neighbours, event.key as Arrow);
        if (next !== undefined) void select(next);
        else said.textContent = 'No neighbour in that direction.';
        return;
      }
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );

  const press = (id: string, act: () => void) => part(id).addEventListener('click', act, { signal });
  press('map-in', () => stage.zoom(1 / 1.5));
  press('map-out', () => stage.zoom(1.5));
  press('map-whole', () => stage.fly(wholeMap()));
  press('map-random', () => {
    const pages = [...visible.order].filter((row) => row < world.pages);
    const row = pages[Math.floor(Math.random() * pages.length)];
    if (row !== undefined) void select(row, true);
  });

  addEventListener(
    'popstate',
    () => {
      const before = state;
      ({ state, trail } = address.read());
      follow(before);
      if (state.at) stage.fly(state.at);
    },
    { signal },
  );

  const repaint = () => {
    palette = readPalette(host, kindNames);
    recolour();
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint, { signal });
  const themes = new MutationObserver(repaint);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });

  show(state);
  rejoin();
  reshow();
  if (state.at) stage.fly(state.at);
  else if (state.focus) await refocus();
  const start = selected();
  if (start !== undefined && !state.at) bringIn(start, false);
  await repanel();
  retrail();
  await retable();
  host.dataset.state = 'ready';

  return () => {
    abort.abort();
    clearTimeout(settling);
    themes.disconnect();
    stage.kill();
    host.dataset.state = 'waiting';
  };
}
