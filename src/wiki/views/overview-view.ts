import { LAYOUT_SPACING } from '../graph/layout/layout-map.ts';
import type { KindName } from '../kinds/index.ts';
import { kinds } from '../kinds/index.ts';
import { compareTitles } from '../text/order.ts';
import { type Named, named } from './claim-line.ts';
import { labelText, labelWidth, nameLines } from './contracts/map-label.ts';
import { LABEL_SIDES, type LabelSide } from './contracts/map-parts.ts';
import { MARK_PATHS } from './contracts/mark-paths.ts';
import { type DrawnMap, drawnMap, regionNames } from './map/drawn-map.ts';
import { type Ground, outlineRegions } from './map/outline-regions.ts';
import { type Box, placeBoxes } from './map/place-boxes.ts';
import { labelBox, MARK_BOX } from './map/place-labels.ts';
import { ofShape } from './once.ts';
import { type KindDots, pageDots } from './overview/page-dots.ts';
import { type RegionTie, regionTies } from './overview/region-ties.ts';
import type { ViewContext } from './view-context.ts';

/** A community of the map as a region of the drawing. */
export interface OverviewRegion extends Named {
  /** Its number among coarse communities. */
  community: number;
  outline: string;
  /** The middle of its land, units of the drawing. */
  middle: { x: number; y: number };
  heights: string[];
  /** Its name in one or two lines, and where their middle stands: percent of the drawing, and pixels below that. Absent where there is no room. */
  name?: { lines: string[]; x: number; y: number; down: number; step: OverviewStep };
  pages: number;
  claims: number;
  /** Its most central pages, for the list. */
  foremost: (Named & { kind: KindName })[];
}

export interface OverviewLabel extends Named {
  kind: KindName;
  /** Shape of its kind, around the point. */
  mark: string;
  /** Percent of the drawing. */
  x: number;
  y: number;
  side: LabelSide;
  text: string;
  step: OverviewStep;
}

/** From which width on something is shown: 0 always, 1 and 2 from `OVERVIEW_WIDTHS[step]` on. */
export type OverviewStep = 0 | 1 | 2;

export interface OverviewView {
  /** Units of the drawing; shapes are in them. Names and labels stand at percents, so that their letters keep their size. */
  width: number;
  height: number;
  /** Where the drawing’s left upper corner stands and what one unit of it is: layout units, y down. */
  frame: { left: number; top: number; unit: number };
  regions: OverviewRegion[];
  /** Lines between regions that hold together most, the strongest last: weight 1 to 3. */
  ties: RegionTie[];
  /** Every page as a dot, by kind. */
  dots: KindDots[];
  labels: OverviewLabel[];
  pages: number;
  claims: number;
}

/** Pixels: a phone, a tablet, a screen. */
export const OVERVIEW_WIDTHS = [340, 680, 1000] as const;

const WIDTH = 1000;
/** Names are smaller on a phone, as if it were wider. */
const PHONE_NAMES = 13 / 17;
const SCALES = OVERVIEW_WIDTHS.map((width, step) => (step === 0 ? width / PHONE_NAMES : width) / WIDTH);
/** Regions drawn and listed: the largest. */
const MAX_REGIONS = 24;
/** Dots drawn: the most central pages. */
const MAX_DOTS = 1500;
const FOREMOST = 4;
/** Around the outermost pages, in units of spacing. */
const MARGIN = 2.2;
/** Size of a region's name beside that of a label, and its height. */
const NAME_SIZE = 17 / 12;
const NAME_LINE_PX = 20;
/** Pixels up or down from the middle at which a name may stand. */
const NAME_SHIFTS = [0, -14, 14, -28, 28];

/** The map as one drawing without script: regions, their names, foremost pages. */
export function overviewView(context: ViewContext, labelled: number): OverviewView | undefined {
  const names = regionNames(context);
  return ofShape(context, `overview ${labelled}`, () => drawOverview(context, labelled), names);
}

function drawOverview(context: ViewContext, labelled: number): OverviewView | undefined {
  const map = drawnMap(context);
  const { graph, scores, positions, communities } = map;
  const pages = [...graph.ids.keys()]
    .filter((row) => !map.isDeferred(row))
    .sort((left, right) => (scores[right] as number) - (scores[left] as number) || left - right);
  if (pages.length === 0) return undefined;
  const nodes = context.wiki.graph.nodes;
  const kindOf = (row: number) => graph.kinds[row] as KindName;
  const nameOf = (row: number): Named => named(context, (nodes[row] as (typeof nodes)[number]).id);

  const margin = MARGIN * LAYOUT_SPACING;
  const span = (axis: Int32Array, sign: number) => {
    const all = pages.map((row) => sign * (axis[row] as number));
    return [all.reduce((a, b) => Math.min(a, b)) - margin, all.reduce((a, b) => Math.max(a, b)) + margin] as const;
  };
  const [left, right] = span(positions.x, 1);
  const [top, bottom] = span(positions.y, -1);
  const unit = (right - left) / WIDTH;
  const height = Math.round((bottom - top) / unit);
  const at = (row: number) => ({
    x: ((positions.x[row] as number) - left) / unit,
    y: (-(positions.y[row] as number) - top) / unit,
  });

  const sizes = regionSizes(map);
  const drawn = [...sizes.keys()]
    .filter((label) => (sizes[label] as RegionSize).pages > 0)
    .sort((one, other) => (sizes[other] as RegionSize).pages - (sizes[one] as RegionSize).pages || one - other)
    .slice(0, MAX_REGIONS)
    .sort((one, other) => one - other);
  const regionOf = new Map(drawn.map((label, region) => [label, region]));
  const ground = pages.flatMap((row): Ground[] => {
    const region = regionOf.get(communities.coarse[row] as number);
    return region === undefined
      ? []
      : [
          {
            x: positions.x[row] as number,
            y: -(positions.y[row] as number),
            region,
            weight: 1 + Math.log2(1 + claimsAt(map, row)),
          },
        ];
  });
  const frame = { left, top, width: right - left, height: bottom - top };
  const outlines = context.memory.of('outlines', map.digest, () =>
    outlineRegions(ground, drawn.length, frame, LAYOUT_SPACING, unit),
  );

  const regions = drawn.map((label, region): OverviewRegion => {
    const own = pages.filter((row) => communities.coarse[row] === label);
    const { outline, heights, x, y } = outlines[region] as (typeof outlines)[number];
    return {
      ...nameOf(communities.coarseNames[label] as number),
      community: label,
      outline,
      middle: { x: Math.round(x), y: Math.round(y) },
      heights: heights.filter((path) => path !== ''),
      pages: (sizes[label] as RegionSize).pages,
      claims: (sizes[label] as RegionSize).claims,
      foremost: own
        .filter((row) => row !== communities.coarseNames[label])
        .slice(0, FOREMOST)
        .map((row) => ({ ...nameOf(row), kind: kindOf(row) })),
    };
  });

  // The foremost page of every kind in each region before the second-best of any.
  const isName = new Set(drawn.map((label) => communities.coarseNames[label] as number));
  const ranks = new Map<string, number>();
  const inTurn = pages
    .filter((row) => !isName.has(row))
    .map((row) => {
      const group = `${communities.coarse[row]} ${kindOf(row)}`;
      const rank = ranks.get(group) ?? 0;
      ranks.set(group, rank + 1);
      return { row, rank };
    })
    .sort((one, other) => one.rank - other.rank || pages.indexOf(one.row) - pages.indexOf(other.row))
    .slice(0, labelled);

  const wishes = [
    ...regions.map((region, index) => ({
      ...(outlines[index] as { x: number; y: number }),
      choices: nameBoxes(nameLines(region.title)),
    })),
    ...inTurn.map(({ row }) => ({
      ...at(row),
      mark: MARK_BOX,
      // A phone has room for names of regions alone.
      from: 1,
      choices: LABEL_SIDES.map((side) => labelBox(nameOf(row).title, side)),
    })),
  ];
  const placed = placeBoxes(wishes, SCALES, { left: 0, top: 0, right: WIDTH, bottom: height });
  const percent = ({ x, y }: { x: number; y: number }) => ({
    x: Math.round((x / WIDTH) * 1000) / 10,
    y: Math.round((y / height) * 1000) / 10,
  });
  for (const [index, region] of regions.entries()) {
    const place = placed[index];
    if (!place) continue;
    const lines = nameLines(region.title);
    region.name = {
      lines,
      ...percent(wishes[index] as { x: number; y: number }),
      down: NAME_SHIFTS[place.choice] as number,
      step: place.level as OverviewStep,
    };
  }
  const labels = inTurn.flatMap(({ row }, index): OverviewLabel[] => {
    const place = placed[regions.length + index];
    if (!place) return [];
    const name = nameOf(row);
    return [
      {
        ...name,
        kind: kindOf(row),
        mark: MARK_PATHS[kinds[kindOf(row)].mark],
        ...percent(at(row)),
        side: LABEL_SIDES[place.choice] as LabelSide,
        text: labelText(name.title),
        step: place.level as OverviewStep,
      },
    ];
  });

  return {
    width: WIDTH,
    height,
    frame: { left: Math.round(left), top: Math.round(top), unit: Number(unit.toPrecision(9)) },
    regions,
    ties: regionTies(map, drawn, outlines),
    dots: pageDots(pages.slice(0, MAX_DOTS), kindOf, at),
    labels: labels.sort((one, other) => compareTitles(one.title, other.title)),
    pages: pages.length,
    claims: graph.ids.length - pages.length,
  };
}

interface RegionSize {
  pages: number;
  claims: number;
}

function regionSizes({ communities, graph, isDeferred }: DrawnMap): RegionSize[] {
  const sizes = Array.from(communities.coarseNames, () => ({ pages: 0, claims: 0 }));
  for (const row of graph.ids.keys()) {
    (sizes[communities.coarse[row] as number] as RegionSize)[isDeferred(row) ? 'claims' : 'pages']++;
  }
  return sizes;
}

function claimsAt({ graph, isDeferred }: DrawnMap, row: number): number {
  let claims = 0;
  for (let at = graph.offsets[row] as number; at < (graph.offsets[row + 1] as number); at++) {
    if (isDeferred(graph.neighbours[at] as number)) claims++;
  }
  return claims;
}

/** Around the middle of a region. */
function nameBoxes(lines: readonly string[]): Box[] {
  const half = (Math.max(...lines.map(labelWidth)) * NAME_SIZE) / 2;
  const tall = (lines.length * NAME_LINE_PX) / 2;
  return NAME_SHIFTS.map((down) => ({ x0: -half, x1: half, y0: down - tall, y1: down + tall }));
}
