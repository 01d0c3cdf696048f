import type { FoundPath } from '../../wiki/views/contracts/paths.ts';
import { drawAbove, type Lit } from './draw-above.ts';
import { edgeRanks } from './edge-ranks.ts';
import { drawLand, readLand } from './land.ts';
import { drawnKinds, readLegend } from './legend.ts';
import { lineRuns } from './line-runs.ts';
import { colours, type MapPalette, radii } from './looks.ts';
import type { MapState } from './map-state.ts';
import { around, type MapWorld } from './map-world.ts';
import { readPalette } from './palette.ts';
import type { Scene } from './scene.ts';
import { nearestRow, spotGrid } from './spot-grid.ts';
import { openStage, type Stage } from './stage.ts';
import { rowOf, shownTypes, type Visible, visibleRows } from './visible-rows.ts';

/** Claims appear when pages stand this far apart on the screen, in pixels: then there is room for them. */
const CLAIMS_APART_PX = 130;
/** Of a map at rest, so many square pixels are there for each line in view; the nearer, the more of all lines. */
const LINE_ROOM_PX = 3600;
/** How much more of them, as a power of how near; less than the square of it, since long lines cross the view from elsewhere. */
const NEARER = 1.2;
/** How far from a mark a press still means it, in pixels; no mark is larger than the second. */
const REACH_PX = 10;
const WIDEST_PX = 34;
/** After the last move, so long until the map counts as at rest. */
const SETTLE_MS = 250;
/** Lines drawn while the map moves; all of them when it rests. */
const MOVING_LINES = 6000;
/** Share of the map in view after flying to a page, and at the least around a focus. */
const CLOSE_RATIO = 0.25;
const LEAST_FOCUS_RATIO = 0.05;

/** The map as it is shown: what of the world stands on the stage, in which colours, with what lit. */
export interface Ground {
  readonly stage: Stage;
  visible(): Visible;
  palette(): MapPalette;
  isMoving(): boolean;
  /** Whether the reader is so near that claims have room. */
  isClose(): boolean;
  /** After filters changed or a chunk came. */
  reshow(state: MapState): void;
  /** After the colouring changed, or the page's own colours. */
  recolour(state: MapState): void;
  /** Lights what is pointed at or selected with its neighbours, a way between two, or spots; dims the rest. */
  light(state: MapState, hovered: number | undefined, way: FoundPath | undefined, spots: readonly number[]): void;
  /** The row whose mark is at a place on the screen. */
  under(x: number, y: number): number | undefined;
  /** Shown rows within the frame, the most important first. */
  inView(): number[];
  /** Shown neighbours over shown edges. */
  neighbours(state: MapState, row: number): number[];
  /** Flies to what is out of view or below the `covered` pixels at the foot of the frame; with `isNear`, closer. */
  bringIn(row: number, isNear: boolean, covered: number): void;
  /** Flies to where everything shown fills the frame. */
  fit(): void;
  whole(): void;
  kill(): void;
}

export interface GroundEvents {
  onPressed(row: number | undefined): void;
  onMoved(): void;
  /** The camera has come to rest elsewhere. */
  onSettled(): void;
}

export function openGround(
  host: HTMLElement,
  canvas: HTMLElement,
  world: MapWorld,
  start: MapState,
  events: GroundEvents,
): Ground {
  const legend = readLegend(host);
  const kinds = drawnKinds(legend, world.paint.edgeTypes);
  const kindNames = world.paint.kinds.map(({ name }) => name);
  let palette = readPalette(host, kindNames);
  let visible = visibleRows(world, start, false);
  let grid = spotGrid(world.places, visible.order);
  let lit: Lit | undefined;
  let [selected, pointed] = [undefined, undefined] as (number | undefined)[];
  let titled = visible.order;
  let isMoving = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let shownVersion = -1;
  let opened: Stage | undefined;
  let ranks = new Uint8Array();
  let isFocused = false;
  let community: number | undefined;
  let spots: readonly number[] = [];
  const land = readLand(world);

  const scene: Scene = {
    places: new Float32Array(),
    colours: new Uint8Array(),
    radii: new Float32Array(),
    marks: new Uint8Array(),
    rows: new Uint32Array(),
    lines: { ends: new Uint32Array(), runs: [] },
    ink: palette.ink,
    paper: palette.paper,
    mostLines: Number.POSITIVE_INFINITY,
  };
  const stage = openStage(canvas, world.extent, () => Object.assign(scene, { mostLines: mostLines() }), {
    onDrawn(above, below) {
      if (land) drawLand(below, stage, land, palette, community);
      drawAbove(above, {
        world,
        stage,
        palette,
        kinds,
        colours: scene.colours,
        titled,
        lit,
        selected,
        hovered: pointed,
        spots: lit?.main === undefined ? spots : [],
        middles: land?.middles,
        community,
      });
    },
    onMoved() {
      isMoving = true;
      events.onMoved();
      clearTimeout(settling);
      settling = setTimeout(() => {
        isMoving = false;
        stage.draw();
        events.onSettled();
      }, SETTLE_MS);
    },
    onPressed: (x, y) => events.onPressed(ground.under(x, y)),
  });
  opened = stage;
  /** Nearer, less of the map is in view, and more of its lines have room. */
  function mostLines(): number {
    // The first frame comes before the stage has a size.
    if (!opened) return 0;
    const { width, height } = opened.size();
    const most = Math.ceil((width * height) / LINE_ROOM_PX / Math.min(1, opened.place().ratio) ** NEARER);
    return isFocused ? Number.MAX_SAFE_INTEGER : isMoving ? Math.min(MOVING_LINES, most) : most;
  }
  const isClose = () => stage.scale() / Math.sqrt(Math.max(1, world.pages)) > CLAIMS_APART_PX;
  const placeOf = (row: number) => ({ x: world.places[2 * row] as number, y: world.places[2 * row + 1] as number });
  const screenOf = (row: number) => stage.toScreen(placeOf(row).x, placeOf(row).y);
  const linksOf = (state: MapState, row: number) => {
    const types = shownTypes(world, state);
    return [...around(world.edges, row)].filter(
      ([other, edge]) => visible.rows[other] === 1 && types[world.edges.type[edge] as number],
    );
  };

  const ground: Ground = {
    stage,
    visible: () => visible,
    palette: () => palette,
    isMoving: () => isMoving,
    isClose,
    reshow(state) {
      visible = visibleRows(world, state, isClose());
      isFocused = state.focus !== undefined || state.guest !== undefined;
      community = state.community === undefined ? undefined : world.communities.indexOf(state.community);
      grid = spotGrid(world.places, visible.order);
      titled = visible.order.filter((row) => world.titles[row] !== undefined);
      if (shownVersion !== world.version) {
        const { width, height } = stage.size();
        scene.places = world.places.slice();
        scene.marks = Uint8Array.from(world.kind, (kind) => legend.markOf.get(kindNames[kind] as string) ?? 1);
        scene.radii = radii(world, Math.min(width, height) ** 2);
        scene.colours = colours(world, state.colour, palette);
        ranks = edgeRanks(world, kinds.strokeOf);
        shownVersion = world.version;
      }
      // Those in front are drawn last.
      scene.rows = visible.order.slice().reverse();
      scene.lines = lineRuns(world.edges, visible.rows, world.importance, shownTypes(world, state), ranks);
      stage.draw();
    },
    recolour(state) {
      palette = readPalette(host, kindNames);
      scene.colours = colours(world, state.colour, palette);
      scene.ink = palette.ink;
      scene.paper = palette.paper;
      stage.draw();
    },
    light(state, hovered, way, rows) {
      spots = rows.filter((row) => visible.rows[row] === 1);
      selected = rowOf(world, state.select);
      pointed = hovered;
      const row = hovered ?? selected;
      if (way) lit = { main: selected, rows: new Set(way.rows), edges: way.links };
      else if (row === undefined && spots.length > 0) lit = { rows: new Set(spots), edges: [] };
      else if (row === undefined || visible.rows[row] !== 1) lit = undefined;
      else {
        const links = linksOf(state, row);
        lit = {
          main: row,
          rows: new Set([row, ...links.map(([other]) => other)]),
          edges: links.map(([, edge]) => edge),
        };
      }
      canvas.classList.toggle('lit', lit !== undefined);
      stage.draw();
    },
    under(x, y) {
      const at = stage.toMap(x, y);
      const nearest = nearestRow(grid, world.places, at.x, at.y, WIDEST_PX / stage.scale());
      if (nearest === undefined) return undefined;
      const spot = screenOf(nearest);
      return Math.hypot(spot.x - x, spot.y - y) <= Math.max(REACH_PX, stage.radius(nearest) + 4) ? nearest : undefined;
    },
    inView() {
      const { width, height } = stage.size();
      const [low, high] = [stage.toMap(0, height), stage.toMap(width, 0)];
      return [
        ...visible.order.filter((row) => {
          const { x, y } = placeOf(row);
          return x >= low.x && x <= high.x && y >= low.y && y <= high.y;
        }),
      ];
    },
    neighbours: (state, row) => linksOf(state, row).map(([other]) => other),
    bringIn(row, isNear, covered) {
      const spot = screenOf(row);
      const { width, height: whole } = stage.size();
      const height = whole - covered;
      const margin = Math.min(width, height) / 8;
      const isIn = spot.x > margin && spot.y > margin && spot.x < width - margin && spot.y < height - margin;
      if (isIn && !isNear) return;
      const { x, y } = placeOf(row);
      const before = stage.place().ratio;
      const ratio = isNear ? Math.min(before, CLOSE_RATIO) : before;
      // Into the middle of what is not covered.
      stage.fly({ x, y: y - (covered / 2 / stage.scale()) * (ratio / before), ratio });
    },
    fit() {
      let [left, right, low, high] = [1, 0, 1, 0];
      for (const row of visible.order) {
        const { x, y } = placeOf(row);
        [left, right, low, high] = [Math.min(left, x), Math.max(right, x), Math.min(low, y), Math.max(high, y)];
      }
      const ratio = Math.min(1, Math.max(LEAST_FOCUS_RATIO, 1.15 * Math.max(right - left, high - low)));
      stage.fly({ x: (left + right) / 2, y: (low + high) / 2, ratio });
    },
    whole: () => stage.fly({ x: 0.5, y: 0.5, ratio: 1 }),
    kill() {
      clearTimeout(settling);
      stage.kill();
    },
  };
  return ground;
}
