import type { MapPalette, Rgb } from './looks.ts';
import { kindName, type MapWorld } from './map-world.ts';
import { type LabelWish, placeLabels } from './place-labels.ts';
import type { Stage } from './stage.ts';

/** What stands out: everything else is dimmed while there is something. */
export interface Lit {
  /** The one in the middle. */
  main?: number;
  rows: ReadonlySet<number>;
  edges: readonly number[];
}

/** Mark and dash of every kind and stroke, as the page's legend has them. */
export interface DrawnKinds {
  /** SVG path data by name of kind, about ten units wide. */
  paths: ReadonlyMap<string, Path2D>;
  /** Index of the stroke by edge type, and its dashes in pixels. */
  strokeOf: readonly number[];
  dashes: readonly (readonly number[])[];
}

export interface Above {
  world: MapWorld;
  stage: Stage;
  palette: MapPalette;
  kinds: DrawnKinds;
  /** Three bytes a row. */
  colours: Uint8Array;
  /** Shown rows whose title is here, the most important first. */
  titled: Uint32Array;
  lit: Lit | undefined;
  selected: number | undefined;
  /** Row with the keyboard or pointer on it, marked with a ring. */
  hovered: number | undefined;
}

const FONT_PX = 13;
const LINE_PX = 16;
/** Titles longer than so many characters are cut on the map; the panel has them whole. */
const MAX_CHARACTERS = 32;
const MAX_LABELS = 60;
/** Candidates looked at for labels a frame. */
const MAX_WISHES = 600;

/** Draws what is lit, the ring of the selection, and labels, on the canvas above lines and marks. */
export function drawAbove(brush: CanvasRenderingContext2D, above: Above): void {
  const { world, stage, palette, lit } = above;
  const at = (row: number) => stage.toScreen(world.places[2 * row] as number, world.places[2 * row + 1] as number);
  if (lit) {
    drawLitLines(brush, above, lit, at);
    for (const row of lit.rows) drawMark(brush, above, row, at(row));
  }
  for (const [row, colour] of [
    [above.hovered, palette.ink],
    [above.selected, palette.signal],
  ] as const) {
    if (row === undefined || world.known[row] !== 1) continue;
    drawMark(brush, above, row, at(row));
    const { x, y } = at(row);
    brush.strokeStyle = css(colour);
    brush.lineWidth = 1.5;
    brush.setLineDash([]);
    brush.beginPath();
    brush.arc(x, y, stage.radius(row) + 5, 0, 2 * Math.PI);
    brush.stroke();
  }
  drawLabels(brush, above, at);
}

function drawLitLines(
  brush: CanvasRenderingContext2D,
  { world, palette, kinds }: Above,
  lit: Lit,
  at: (row: number) => { x: number; y: number },
): void {
  brush.strokeStyle = css(palette.ink);
  for (const edge of lit.edges) {
    const [from, to] = [at(world.edges.source[edge] as number), at(world.edges.target[edge] as number)];
    brush.lineWidth = Math.min(3, 0.75 + Math.log2(world.edges.count[edge] as number) / 2);
    brush.setLineDash((kinds.dashes[kinds.strokeOf[world.edges.type[edge] as number] as number] ?? []) as number[]);
    brush.beginPath();
    brush.moveTo(from.x, from.y);
    brush.lineTo(to.x, to.y);
    brush.stroke();
  }
  brush.setLineDash([]);
}

function drawMark(
  brush: CanvasRenderingContext2D,
  { world, stage, palette, kinds, colours }: Above,
  row: number,
  { x, y }: { x: number; y: number },
): void {
  const path = kinds.paths.get(kindName(world, row));
  const [red = 0, green = 0, blue = 0] = colours.subarray(row * 3, row * 3 + 3);
  const scale = Math.max(3, stage.radius(row)) / 5;
  brush.save();
  brush.translate(x, y);
  brush.scale(scale, scale);
  brush.lineWidth = 3 / scale;
  brush.strokeStyle = css(palette.paper);
  brush.fillStyle = css([red, green, blue]);
  if (path) {
    brush.stroke(path);
    brush.fill(path);
  }
  brush.restore();
}

function drawLabels(
  brush: CanvasRenderingContext2D,
  above: Above,
  at: (row: number) => { x: number; y: number },
): void {
  const { world, stage, palette, lit, selected, hovered } = above;
  const { width, height } = stage.size();
  brush.font = `500 ${FONT_PX}px Instrument, "Instrument fallback", system-ui, sans-serif`;
  brush.textBaseline = 'middle';
  brush.lineJoin = 'round';
  brush.lineWidth = 4;
  brush.strokeStyle = css(palette.paper);
  brush.fillStyle = css(palette.ink);
  const first = [hovered, selected, lit?.main].filter((row) => row !== undefined);
  const wishes = function* (): Generator<LabelWish> {
    const seen = new Set<number>();
    for (const row of candidates(first, above)) {
      const title = world.titles[row];
      if (title === undefined || seen.has(row)) continue;
      const { x, y } = at(row);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      seen.add(row);
      if (seen.size > MAX_WISHES) return;
      yield { row, x, y, radius: stage.radius(row), width: brush.measureText(shortened(title)).width };
    }
  };
  for (const { row, x, y } of placeLabels(wishes(), { width, height, line: LINE_PX }, MAX_LABELS)) {
    const title = shortened(world.titles[row] as string);
    brush.strokeText(title, x, y);
    brush.fillText(title, x, y);
  }
}

/** What is pointed at and selected, then what is lit, or else everything; the most important first. */
function* candidates(first: readonly number[], { world, titled, lit }: Above): Generator<number> {
  yield* first;
  if (!lit) yield* titled;
  else
    yield* [...lit.rows].sort(
      (left, right) => (world.importance[right] as number) - (world.importance[left] as number) || left - right,
    );
}

export function shortened(title: string): string {
  if (title.length <= MAX_CHARACTERS) return title;
  return `${title
    .slice(0, MAX_CHARACTERS - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}
