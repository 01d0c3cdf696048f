import { drawLabels } from './draw-labels.ts';
import type { MapPalette, Rgb } from './looks.ts';
import { kindName, type MapWorld } from './map-world.ts';
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
  /** Rows pointed out, each with a ring. */
  spots: readonly number[];
  /** Where names of regions stand best, by community. */
  middles: ReadonlyMap<number, { x: number; y: number }> | undefined;
  /** Only this community is shown; its name alone is drawn. */
  community: number | undefined;
}

/** So many lit lines are drawn in full ink; more are fainter, to a limit. */
const FEW_LIT = 12;
const LEAST_LIT = 0.3;

/** Draws what is lit, the ring of the selection, and labels, on the canvas above lines and marks. */
export function drawAbove(brush: CanvasRenderingContext2D, above: Above): void {
  const { world, stage, palette, lit } = above;
  const at = (row: number) => stage.toScreen(world.places[2 * row] as number, world.places[2 * row + 1] as number);
  if (lit) {
    drawLitLines(brush, above, lit, at);
    for (const row of lit.rows) drawMark(brush, above, row, at(row));
  }
  for (const [row, colour] of [
    ...above.spots.map((row) => [row, palette.ink] as const),
    [above.hovered, palette.ink] as const,
    [above.selected, palette.signal] as const,
  ]) {
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
  // Many together stay grey, few are black.
  brush.globalAlpha = Math.max(LEAST_LIT, Math.min(1, Math.sqrt(FEW_LIT / lit.edges.length)));
  for (const edge of lit.edges) {
    const [from, to] = [at(world.edges.source[edge] as number), at(world.edges.target[edge] as number)];
    brush.lineWidth = Math.min(2.5, 0.75 + Math.log2(world.edges.count[edge] as number) / 3);
    brush.setLineDash((kinds.dashes[kinds.strokeOf[world.edges.type[edge] as number] as number] ?? []) as number[]);
    brush.beginPath();
    brush.moveTo(from.x, from.y);
    brush.lineTo(to.x, to.y);
    brush.stroke();
  }
  brush.setLineDash([]);
  brush.globalAlpha = 1;
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

export function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}
