import { wrapText } from './wrap-text.ts';

/** Steps drawn as stations on a line. Units are pixels at full size. */
export interface Pipeline {
  title: string;
  width: number;
  height: number;
  path: string;
  stations: { x: number; y: number; lines: string[] }[];
}

/** Room for a station's words: 22 characters of 12.5 px sans. */
const STATION = { width: 152, columns: 22, line: 15 };
const RADIUS = 9;
/** Below the option's name. */
const LINE_Y = 34;
const WORDS_BELOW = 26;

/** `steps` are plain text. With fewer than two there is nothing to draw. */
export function pipeline(title: string, steps: readonly string[]): Pipeline | undefined {
  if (steps.length < 2) return undefined;
  const stations = steps.map((step, index) => ({
    x: RADIUS + 1 + index * STATION.width,
    y: LINE_Y,
    lines: wrapText(step, STATION.columns),
  }));
  const rows = Math.max(...stations.map((station) => station.lines.length));
  const arrows = stations.slice(1).map((station, index) => {
    const from = (stations[index] as { x: number }).x + RADIUS + 4;
    const to = station.x - RADIUS - 5;
    return `M${from} ${LINE_Y}H${to}m-5 -4 5 4-5 4`;
  });
  return {
    title,
    width: steps.length * STATION.width,
    height: LINE_Y + WORDS_BELOW + rows * STATION.line,
    path: arrows.join(''),
    stations,
  };
}
