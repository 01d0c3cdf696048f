import { contours } from 'd3-contour';

/** A page that makes ground. */
export interface Ground {
  /** Layout units, y down. */
  x: number;
  y: number;
  region: number;
  /** How much evidence stands behind it. */
  weight: number;
}

export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface RegionOutline {
  /** SVG path data around the pages of a region. */
  outline: string;
  /** Path data of lines of equal evidence within, from the lowest: the heights of the country. */
  heights: string[];
  /** Where its name stands best: units of the drawing. */
  x: number;
  y: number;
}

/** Cells along the longer side: what a drawing of a thousand pixels shows. */
const CELLS = 110;
/** Reach of a page's ground, in units of spacing, and the least of it that still is ground. */
const REACH = 0.95;
const SHORE = 0.33;
/** A region keeps this much clear of its neighbours. */
const BORDER = 1.6;
/** Heights drawn, as shares of the highest of all. */
const HEIGHTS = [0.34, 0.62];
/** Points of an outline that are kept: every so many. */
const STEP = 3;

/**
 * Regions as soft outlines: each page spreads a Gaussian hill; where a region's hills together are above the shore, and above those of
 * every other region, is its land (a dominance contour by marching squares). Hills weighted by evidence give lines of equal height.
 * `unit` layout units are one unit of the drawing. O(pages + cells · regions).
 */
export function outlineRegions(
  ground: readonly Ground[],
  regions: number,
  frame: Frame,
  spacing: number,
  unit: number,
): RegionOutline[] {
  const cell = Math.max(Math.max(frame.width, frame.height) / CELLS, 1e-6);
  const columns = Math.ceil(frame.width / cell) + 1;
  const lines = Math.ceil(frame.height / cell) + 1;
  const sigma = Math.max(REACH * spacing, cell * 1.2);
  const land = Array.from({ length: regions }, () => new Float32Array(columns * lines));
  const hills = Array.from({ length: regions }, () => new Float32Array(columns * lines));
  const span = Math.ceil((3 * sigma) / cell);
  for (const { x, y, region, weight } of ground) {
    const [column, line] = [Math.round((x - frame.left) / cell), Math.round((y - frame.top) / cell)];
    for (let row = Math.max(0, line - span); row <= Math.min(lines - 1, line + span); row++) {
      for (let at = Math.max(0, column - span); at <= Math.min(columns - 1, column + span); at++) {
        const [dx, dy] = [frame.left + at * cell - x, frame.top + row * cell - y];
        const height = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
        ((land[region] as Float32Array)[row * columns + at] as number) += height;
        ((hills[region] as Float32Array)[row * columns + at] as number) += height * weight;
      }
    }
  }
  const highest = hills.reduce((most, hill) => hill.reduce((high, value) => Math.max(high, value), most), 0);
  const strongest = new Float32Array(columns * lines);
  const second = new Float32Array(columns * lines);
  for (const each of land) {
    for (let at = 0; at < each.length; at++) {
      const value = each[at] as number;
      if (value > (strongest[at] as number)) {
        second[at] = strongest[at] as number;
        strongest[at] = value;
      } else if (value > (second[at] as number)) second[at] = value;
    }
  }

  const trace = contours().size([columns, lines]).smooth(true);
  // Half a cell: the tracer sees values in the middle of cells.
  const place = (at: number, low: number, origin: number) => (low + (at - 0.5) * cell - origin) / unit;
  const pathOf = (values: Float32Array): string => {
    const shape = trace.contour(Array.from(values), 0);
    const rings = shape.coordinates.flat();
    return rings
      .map((ring) =>
        smoothRing(
          ring
            .slice(0, -1)
            .map(([x, y]) => [place(x as number, frame.left, frame.left), place(y as number, frame.top, frame.top)]),
        ),
      )
      .join('');
  };

  return land.map((each, region) => {
    const hill = hills[region] as Float32Array;
    const inside = each.map((value, at) => {
      const rival = value === strongest[at] ? (second[at] as number) : (strongest[at] as number);
      return value - Math.max(SHORE, rival * BORDER);
    });
    const middle = middleOf(inside, columns);
    return {
      outline: pathOf(inside),
      heights: HEIGHTS.map((share) =>
        pathOf(hill.map((value, at) => Math.min((inside[at] as number) - SHORE / 2, value / highest - share))),
      ),
      x: (middle.column * cell) / unit,
      y: (middle.line * cell) / unit,
    };
  });
}

/** The cell of the land nearest to its centre of mass. */
function middleOf(inside: Float32Array, columns: number): { column: number; line: number } {
  const cells = [...inside.keys()].filter((at) => (inside[at] as number) > 0);
  const mean = (of: (at: number) => number) => cells.reduce((sum, at) => sum + of(at), 0) / cells.length;
  const [x, y] = [mean((at) => at % columns), mean((at) => Math.floor(at / columns))];
  const away = (at: number) => Math.hypot((at % columns) - x, Math.floor(at / columns) - y);
  const best = cells.reduce((least, at) => (away(at) < away(least) ? at : least), cells[0] ?? 0);
  return { column: best % columns, line: Math.floor(best / columns) };
}

/** A closed curve along points, rounded between them: quadratic splines from middle to middle. Rings too small to see are left out. */
function smoothRing(points: readonly (readonly number[])[]): string {
  const kept = points
    .filter((_, index) => index % STEP === 0)
    .map(([x, y]) => [Math.round(x as number), Math.round(y as number)] as const);
  if (kept.length < 4) return '';
  const middle = (index: number): [number, number] => {
    const [x, y] = kept[index % kept.length] as readonly [number, number];
    const [nextX, nextY] = kept[(index + 1) % kept.length] as readonly [number, number];
    return [Math.round((x + nextX) / 2), Math.round((y + nextY) / 2)];
  };
  const [startX, startY] = middle(0);
  let [x, y] = [startX, startY];
  let [controlX, controlY] = kept[1] as readonly [number, number];
  let path = `M${x} ${y}q${controlX - x} ${controlY - y} `;
  for (let index = 1; index <= kept.length; index++) {
    const [nextX, nextY] = kept[(index + 1) % kept.length] as readonly [number, number];
    // The last end is the first: nothing follows that would have to fit.
    const [endX, endY] =
      index === kept.length
        ? [startX, startY]
        : [Math.round((controlX + nextX) / 2), Math.round((controlY + nextY) / 2)];
    path += `${index === 1 ? `${endX - startX} ${endY - startY}t` : `${endX - x} ${endY - y} `}`;
    // A smooth spline (`t`) mirrors the point it bends towards; the next end makes up for what rounding moves it.
    [controlX, controlY] = [2 * endX - controlX, 2 * endY - controlY];
    [x, y] = [endX, endY];
  }
  return `${path.trimEnd().replaceAll(' -', '-')}z`;
}
