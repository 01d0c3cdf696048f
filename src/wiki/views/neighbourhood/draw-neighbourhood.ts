import type { Stroke } from '../../kinds/edge-strokes.ts';
import { truncate } from '../../text/plain.ts';

/** Where a neighbour stands. Units are pixels at full size. */
export interface DrawnNeighbour {
  x: number;
  y: number;
  side: 'left' | 'right';
  /** Where its label begins, at the height of its middle. */
  textX: number;
  lines: string[];
}

export interface NeighbourhoodDrawing {
  width: number;
  height: number;
  centre: { x: number; y: number };
  neighbours: DrawnNeighbour[];
  /** Lines from the centre, those of one stroke and weight (1 to 3) together. */
  ties: { stroke: Stroke; weight: number; path: string }[];
  /** Lines between neighbours, in one path. */
  among: string;
}

const WIDTH_PX = 360;
/** Two lines of a label and a gap. */
const ROW_PX = 38;
/** From the centre to the outermost neighbour. */
const REACH_PX = 58;
const LEAST_REACH_PX = 30;
/** A label is two lines of so many characters: 13 px sans, about 6.4 px each. */
const COLUMNS = 17;
const LABEL_GAP_PX = 11;

/**
 * Draws neighbours around a centre on two arcs, right from top to bottom, then left from bottom to top, so that the order
 * goes round like a clock. Each has a row of its own on its side: labels cannot collide, whatever they say.
 * `links` are pairs of neighbours, by their place, that are linked themselves.
 */
export function drawNeighbourhood(
  neighbours: readonly { title: string; stroke: Stroke; shared: number }[],
  links: readonly (readonly [number, number])[],
): NeighbourhoodDrawing {
  const onRight = Math.ceil(neighbours.length / 2);
  const height = Math.max(2, onRight) * ROW_PX;
  const centre = { x: WIDTH_PX / 2, y: height / 2 };
  const placed = neighbours.map(({ title }, place): DrawnNeighbour => {
    const isRight = place < onRight;
    const onSide = isRight ? onRight : neighbours.length - onRight;
    const row = isRight ? place : neighbours.length - 1 - place;
    const y = Math.round(centre.y + (row - (onSide - 1) / 2) * ROW_PX);
    const rise = (y - centre.y) / centre.y;
    const reach = Math.round(LEAST_REACH_PX + (REACH_PX - LEAST_REACH_PX) * Math.sqrt(Math.max(0, 1 - rise * rise)));
    const x = isRight ? centre.x + reach : centre.x - reach;
    return {
      x,
      y,
      side: isRight ? 'right' : 'left',
      textX: isRight ? x + LABEL_GAP_PX : x - LABEL_GAP_PX,
      lines: labelLines(title),
    };
  });
  return {
    width: WIDTH_PX,
    height,
    centre,
    neighbours: placed,
    ties: ties(neighbours, placed, centre),
    among: among(placed, links),
  };
}

/** Two lines at most, broken at spaces and behind hyphens; what is longer ends in an ellipsis. */
function labelLines(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+|(?<=\w-)(?=\w)/).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : last.endsWith('-') ? last + word : `${last} ${word}`;
    if (last !== undefined && joined.length <= COLUMNS) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const [first = '', ...rest] = lines;
  return rest.length === 0 ? [truncate(first, COLUMNS)] : [truncate(first, COLUMNS), truncate(rest.join(' '), COLUMNS)];
}

/** One line for one claim, two for a few, three for many. */
function weightOf(shared: number): number {
  return shared < 2 ? 1 : shared < 6 ? 2 : 3;
}

function ties(
  neighbours: readonly { stroke: Stroke; shared: number }[],
  placed: readonly DrawnNeighbour[],
  centre: NeighbourhoodDrawing['centre'],
): NeighbourhoodDrawing['ties'] {
  const paths = new Map<string, NeighbourhoodDrawing['ties'][number]>();
  for (const [place, { stroke, shared }] of neighbours.entries()) {
    const { x, y } = placed[place] as DrawnNeighbour;
    const weight = weightOf(shared);
    const tie = paths.get(`${stroke} ${weight}`) ?? { stroke, weight, path: '' };
    tie.path += `M${centre.x} ${centre.y}L${x} ${y}`;
    paths.set(`${stroke} ${weight}`, tie);
  }
  return [...paths.values()];
}

/** Arcs that bow towards the centre, so that neighbours of one side are not joined through each other. */
function among(placed: readonly DrawnNeighbour[], links: readonly (readonly [number, number])[]): string {
  return links
    .map(([from, to]) => {
      const [a, b] = [placed[from] as DrawnNeighbour, placed[to] as DrawnNeighbour];
      if (a.side !== b.side) return `M${a.x} ${a.y}L${b.x} ${b.y}`;
      const bow = a.side === 'right' ? -1 : 1;
      const middleX = Math.round((a.x + b.x) / 2 + bow * (6 + Math.abs(a.y - b.y) / 5));
      return `M${a.x} ${a.y}Q${middleX} ${(a.y + b.y) / 2} ${b.x} ${b.y}`;
    })
    .join('');
}
