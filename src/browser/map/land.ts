import { css } from './draw-above.ts';
import type { MapPalette, Rgb } from './looks.ts';
import type { MapWorld } from './map-world.ts';
import type { Stage } from './stage.ts';

/** The country of the drawn overview, as the page has it: what lies under marks and lines. */
export interface Land {
  regions: readonly { community: number; outline: Path2D; heights: readonly Path2D[] }[];
  /** The middle of each region by community, map units. */
  middles: ReadonlyMap<number, { x: number; y: number }>;
  ties: readonly Path2D[];
  /** Map units: the left upper corner of the drawing, and one unit of it. */
  left: number;
  top: number;
  unit: number;
}

/** From so near on, heights and ties, which belong to the whole map, are left out. */
const NEAR_RATIO = 0.45;

/** Reads the drawing that the page was made with, so that both say the same; `undefined` where there is none. */
export function readLand(world: MapWorld): Land | undefined {
  const drawing = document.querySelector<SVGElement>('#map-overview .ov-ground');
  const [left, top, unit] = drawing?.dataset.frame?.split(' ').map(Number) ?? [];
  if (!drawing || left === undefined || top === undefined || unit === undefined) return undefined;
  const paths = (within: Element, selector: string) =>
    [...within.querySelectorAll(selector)].map((path) => new Path2D(path.getAttribute('d') ?? ''));
  const corner = world.place(left, -top);
  const groups = [...drawing.querySelectorAll<SVGElement>('.ov-region')];
  return {
    middles: new Map(
      groups.map(({ dataset }) => {
        const [x = 0, y = 0] = dataset.middle?.split(' ').map(Number) ?? [];
        return [Number(dataset.community), world.place(left + x * unit, -top - y * unit)];
      }),
    ),
    regions: groups.map((group) => ({
      community: Number(group.dataset.community),
      outline: paths(group, 'path:not(.ov-height)')[0] as Path2D,
      heights: paths(group, '.ov-height'),
    })),
    ties: paths(drawing, '.ov-ties path'),
    left: corner.x,
    top: corner.y,
    unit: world.place(left + unit, -top).x - corner.x,
  };
}

/** Draws regions as tinted land with a shore; seen from afar also their heights, and what ties them. */
export function drawLand(
  brush: CanvasRenderingContext2D,
  stage: Stage,
  land: Land,
  { tints, hair, shore }: MapPalette,
  only: number | undefined,
): void {
  const pixel = brush.canvas.width / Math.max(1, stage.size().width);
  const corner = stage.toScreen(land.left, land.top);
  const scale = stage.scale() * land.unit;
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.clearRect(0, 0, brush.canvas.width, brush.canvas.height);
  brush.setTransform(pixel * scale, 0, 0, pixel * scale, pixel * corner.x, pixel * corner.y);
  brush.lineJoin = brush.lineCap = 'round';
  const isFar = stage.place().ratio > NEAR_RATIO;
  const line = (path: Path2D, colour: Rgb, width: number) => {
    brush.strokeStyle = css(colour);
    brush.lineWidth = width / scale;
    brush.stroke(path);
  };
  if (isFar && only === undefined) {
    brush.setLineDash([1 / scale, 5 / scale]);
    for (const tie of land.ties) line(tie, shore, 1.5);
    brush.setLineDash([]);
  }
  for (const { community, outline, heights } of land.regions) {
    if (only !== undefined && community !== only) continue;
    brush.fillStyle = css(tints[community % tints.length] as Rgb);
    brush.fill(outline);
    line(outline, shore, 1);
    if (isFar) for (const height of heights) line(height, hair, 0.75);
  }
}
